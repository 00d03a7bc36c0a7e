using System.Collections.Immutable;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Report;

/// <summary>A repetition and why it does not count.</summary>
/// <param name="Run">Its time.</param>
/// <param name="Disturbances">Empty when it counts.</param>
public sealed record JudgedRun(TestRun Run, ImmutableArray<Disturbance> Disturbances);
