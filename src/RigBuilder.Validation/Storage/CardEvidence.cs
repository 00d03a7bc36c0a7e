using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.Matching;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Tensors;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Storage;

/// <summary>What a report says about the graphics cards that it ran on.</summary>
internal sealed class CardEvidence(Catalog catalog, Forecaster formula)
{
    /// <summary>Whether a card took part in generation.</summary>
    public static bool Concerns(ValidationReport report) => report.Subject.GpuLayers > 0 && report.Measurements.Library?.Gpus.Any() == true;

    /// <summary>
    /// The card, its backend and the run, or why the report says nothing about one: it counts when the whole model lay on cards of one
    /// kind. The token embeddings stay in system memory, as llama.cpp leaves them there.
    /// </summary>
    public ((Gpu Gpu, string Backend, MeasuredRun Run)? Found, string? Why) Of(ValidationReport report, Quest quest)
    {
        var measured = report.Measurements;
        var used = Used(measured);
        if (report.Subject.GpuLayers <= quest.Model!.Shape.Layers || used.IsEmpty || Spilled(measured, used, quest))
            return (null, "a part of the model ran in system memory, so it tells neither the cards nor the processor");
        var cards = used.Select(d => MachineMatcher.Card(d.Description, d.Total, catalog)).ToImmutableArray();
        if (cards.Contains(null)) return (null, $"the catalog does not know {used[cards.IndexOf(null)].Description}");
        if (cards.Select(c => c!.Id).Distinct().Count() > 1) return (null, "it ran on cards of several kinds, so it tells none of them");
        var backend = Backend(used[0].Name);
        var (rig, asked) = (new Rig { Gpus = cards! }, quest with { Backend = backend, RunsOn = RunsOn.Gpu });
        var layout = formula.Predict(rig, asked).Placement;
        var split = layout is { TensorSplit: { IsEmpty: false } counts } ? counts.Count(c => c > 0) : 1;
        if (layout is not { Mode: PlacementMode.SingleGpu or PlacementMode.MultiGpu } || split != used.Length)
            return (null, "the prediction places the model otherwise than it ran");
        MeasuredFactor? Factor(SpeedTestKind kind) => SpeedEvidence.Of(measured.Of(kind), context => formula.Predict(rig, asked with { Context = context }));
        var run = MeasuredRun.Of(quest.Model, quest.Quant!) with { Decode = Factor(SpeedTestKind.Generation), Prompt = Factor(SpeedTestKind.Prompt) };
        return run is { Decode: null, Prompt: null } ? (null, SpeedEvidence.Disturbed) : ((cards[0]!, backend, run), null);
    }

    /// <summary>The cards that hold weights or cache.</summary>
    private static ImmutableArray<InferenceDevice> Used(Measurements measured) =>
        [.. measured.Library!.Gpus.Where(d => measured.Memory.Buffers.Any(b => b.Device == d.Name && b.Kind is MemoryKind.Weights or MemoryKind.Kv))];

    private static bool Spilled(Measurements measured, ImmutableArray<InferenceDevice> used, Quest quest)
    {
        var elsewhere = measured.Memory.Buffers.Where(b => used.All(d => d.Name != b.Device)).ToList();
        var weights = elsewhere.Where(b => b.Kind == MemoryKind.Weights).Aggregate(Bytes.Zero, (sum, b) => sum + b.Size);
        var embeddings = TensorPlan.For(quest.Model!, quest.Quant!).SizeOf(TensorRole.Embedding);
        return elsewhere.Any(b => b.Kind == MemoryKind.Kv && b.Size > Bytes.Zero) || weights > (embeddings * 1.05) + Bytes.FromMiB(16);
    }

    /// <summary>"CUDA0" is of backend cuda; llama.cpp calls ROCm's devices so or HIP.</summary>
    private static string Backend(string device)
    {
        var name = device.TrimEnd([.. "0123456789"]).ToLowerInvariant();
        return name is "hip" ? "rocm" : name is "mtl" ? "metal" : name;
    }
}
