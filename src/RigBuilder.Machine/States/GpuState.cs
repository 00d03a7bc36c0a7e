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

/// <summary>What keeps a GPU's clocks below what they could be.</summary>
public enum ClockBrake
{
    /// <summary>The power limit; normal under full load.</summary>
    PowerLimit,

    /// <summary>Temperature.</summary>
    Thermal,

    /// <summary>External power brake: the supply cannot deliver.</summary>
    PowerBrake,

    /// <summary>Hardware slowdown for another reason.</summary>
    Slowdown,
}

/// <summary>A process that holds video memory.</summary>
/// <param name="Address">Bus address of the GPU.</param>
/// <param name="ProcessId">Process id.</param>
/// <param name="Name">Name of the program.</param>
/// <param name="Memory">What it holds; null when the driver does not tell.</param>
public sealed record VramHolder(string Address, int ProcessId, string Name, Bytes? Memory);
