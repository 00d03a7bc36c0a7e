using System.Collections.Immutable;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>What saved validations say about a graphics card on a backend.</summary>
/// <param name="Gpu">The card; the runs' factors are relative to what is predicted for it.</param>
/// <param name="Backend">llama.cpp's backend ("cuda").</param>
/// <param name="Runs">Runs wholly on cards of this kind, the newest first; at least one.</param>
public sealed record MeasuredGpu(Gpu Gpu, string Backend, ImmutableArray<MeasuredRun> Runs);
