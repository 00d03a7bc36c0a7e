using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Workloads;
using RigBuilder.Fit.Measurements;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Memory;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Fit.Models;

/// <summary>A measurement with its card or CPU, model and quantisation looked up in the catalog.</summary>
internal sealed record FitRow
{
    /// <summary>The measurement.</summary>
    public required Measurement Measurement { get; init; }

    /// <summary>The card; null for CPUs.</summary>
    public Gpu? Gpu { get; init; }

    /// <summary>The CPU; null for cards.</summary>
    public Cpu? Cpu { get; init; }

    /// <summary>The model in its quantisation.</summary>
    public required ModelProfile Profile { get; init; }

    /// <summary>What is left out together: a card with its variants in memory and form, or a CPU.</summary>
    public string Family => Gpu is { } gpu ? WithoutForm(CardKey.Family(gpu.Id)) : Cpu!.Id;

    /// <summary>Whether flash attention was on; llama.cpp's default is off in old builds and automatic in new ones.</summary>
    public bool Flash => Measurement.FlashAttention ?? Measurement.Era == BuildEra.Recent;

    /// <summary>The quest that the measurement answers.</summary>
    public Quest Quest => new()
    {
        Model = Profile.Model,
        Quant = Profile.Quant,
        Context = Math.Max(1, Measurement.Depth + Measurement.Tokens),
        FlashAttention = Flash,
        Backend = Measurement.Backend,
    };

    /// <summary>Bytes of the cache that one token reads at a depth.</summary>
    public double CacheBytes(double depth) => new KvCache(Quest, Profile.Model.Shape, Quest.Context).ReadTotal(depth);

    private static string WithoutForm(string id)
    {
        foreach (var suffix in (string[])["-80gb-pcie", "-80gb-sxm", "-40gb-pcie", "-one-gpu"])
            if (id.EndsWith(suffix, StringComparison.Ordinal)) return id[..^suffix.Length];
        return id;
    }
}
