using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.States;

/// <summary>State of a GPU at one moment.</summary>
/// <param name="Address">Bus address.</param>
/// <param name="VramUsed">Video memory in use, by anybody.</param>
/// <param name="Temperature">Degrees Celsius.</param>
/// <param name="Brakes">What keeps its clocks down, apart from idleness.</param>
public sealed record GpuState(string Address, Reading<Bytes> VramUsed, Reading<double> Temperature, ImmutableArray<ClockBrake> Brakes);
