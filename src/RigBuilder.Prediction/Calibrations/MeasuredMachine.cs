using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// What saved validations say about a machine, to correct predictions for the same parts with. Speaks for no other part. Immutable.
/// </summary>
public sealed record MeasuredMachine
{
    /// <summary>The processors, that of the newest run first; several where machines share their saved validations.</summary>
    public ImmutableArray<MeasuredCpu> Cpus { get; init; } = [];

    /// <summary>The cards, one entry per kind of card and backend.</summary>
    public ImmutableArray<MeasuredGpu> Gpus { get; init; } = [];

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Cpus.IsEmpty && Gpus.IsEmpty;

    /// <summary>The measured parts in words ("AMD EPYC and NVIDIA GeForce RTX 3090 with cuda").</summary>
    public string Parts => string.Join(
        " and ", (string[])[.. Cpus.Select(c => c.Cpu.Name), .. Gpus.Select(g => $"{g.Gpu.Name} with {g.Backend}")]);

    /// <summary>What is known of a rig's processor; null when nothing is.</summary>
    public MeasuredCpu? Of(Rig rig) => Cpus.FirstOrDefault(c => c.IsOf(rig));

    /// <summary>What is known of a card on a backend; null when nothing is.</summary>
    public MeasuredGpu? Of(Gpu gpu, string backend) => Gpus.FirstOrDefault(g => g.Gpu.Id == gpu.Id && g.Backend == backend);
}

/// <summary>What saved validations say about a graphics card on a backend.</summary>
/// <param name="Gpu">The card; the runs' factors are relative to what is predicted for it.</param>
/// <param name="Backend">llama.cpp's backend ("cuda").</param>
/// <param name="Runs">Runs wholly on cards of this kind, the newest first; at least one.</param>
public sealed record MeasuredGpu(Gpu Gpu, string Backend, ImmutableArray<MeasuredRun> Runs);

/// <summary>How much faster or slower than predicted a device was.</summary>
/// <param name="Value">Measured ÷ predicted speed; above 0. 1 confirms the prediction.</param>
/// <param name="Scatter">Half width of the 90 % range of single repetitions, in ln units; 0 or more.</param>
public readonly record struct MeasuredFactor(double Value, double Scatter);
