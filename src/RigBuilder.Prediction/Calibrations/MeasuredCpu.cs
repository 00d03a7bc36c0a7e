using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>What saved validations say about a processor and the memory beside it.</summary>
/// <param name="Cpu">
/// The processor: the catalog's entry, or a stand-in for one that the catalog does not know, under the id that a scan writes for it.
/// The runs' factors are relative to what is predicted for it.
/// </param>
/// <param name="Runs">The runs, the newest first; at least one.</param>
public sealed record MeasuredCpu(Cpu Cpu, ImmutableArray<MeasuredRun> Runs)
{
    /// <summary>What the measured machine's memory should have reached by its modules; null when they are not known.</summary>
    public BytesPerSecond? Memory { get; init; }

    /// <summary>
    /// Whether a rig's processor is the measured one: it has the catalog entry that the measured machine's name belongs to, or, where the
    /// catalog does not know that name, the id that a scan writes for it, known or missing. A rig without any
    /// processor is no machine that could have been measured: the slot is still open, and a scan always fills it when the
    /// system tells a name.
    /// </summary>
    public bool IsOf(Rig rig) => rig.Cpu is { } cpu
        ? cpu.Id == Cpu.Id
        : rig.Missing.Any(m => m.Kind == PartKind.Cpu && m.Selection.PartId == Cpu.Id);

    /// <summary>Whether a rig's memory is the measured machine's as far as both are known: generation rests on it.</summary>
    internal bool IsBesideSame(SystemMemory? memory) =>
        memory is null || Memory is not { Value: > 0 } promised || Math.Abs((memory.Bandwidth.Value / promised.Value) - 1) < 0.02;
}
