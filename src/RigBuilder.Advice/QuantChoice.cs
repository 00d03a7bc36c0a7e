using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;

namespace RigBuilder.Advice;

/// <summary>Quantisations in which a model is to be had, and what each loses.</summary>
public sealed class QuantChoice
{
    // What publishers make of every model; what they make besides is told by the files that the catalog knows.
    private static readonly ImmutableArray<string> Usual = ["q8_0", "q6_k", "q5_k_m", "q4_k_m", "iq4_xs", "q3_k_m", "iq3_xxs", "q2_k"];

    private readonly Catalog _catalog;
    private readonly ImmutableArray<(double Bits, double Loss)> _known;

    /// <summary>The choice from a catalog's quants.</summary>
    public QuantChoice(Catalog catalog)
    {
        _catalog = catalog;
        _known = [.. catalog.Quants.Items.Where(q => q.PerplexityIncreasePercent is not null).Select(q => (q.BitsPerWeight, q.PerplexityIncreasePercent!.Value / 100)).OrderBy(q => q.BitsPerWeight)];
    }

    /// <summary>The quants of a model, most bits first. A model that is published in a type of few bits has no other.</summary>
    public ImmutableArray<Quant> Of(LlmModel model)
    {
        var ids = IsNative(model) ? ["mxfp4"] : Usual.Concat(model.FileSizes.Keys.Where(k => k is not ("f16" or "bf16" or "f32")));
        return [.. ids.Distinct().Select(_catalog.Quants.Find).OfType<Quant>().OrderByDescending(q => q.BitsPerWeight)];
    }

    /// <summary>What a quant adds to the perplexity, 0.01 for a percent: measured, or between its neighbours by bits; 0 for a model that is published so.</summary>
    public double Loss(LlmModel model, Quant quant)
    {
        if (IsNative(model)) return 0;
        if (quant.PerplexityIncreasePercent is { } percent) return percent / 100;
        if (_known.IsEmpty) return 0;
        var above = _known.FirstOrDefault(k => k.Bits >= quant.BitsPerWeight, _known[^1]);
        var below = _known.LastOrDefault(k => k.Bits <= quant.BitsPerWeight, _known[0]);
        if (above.Bits <= below.Bits) return below.Loss;
        var share = (quant.BitsPerWeight - below.Bits) / (above.Bits - below.Bits);
        return below.Loss + (share * (above.Loss - below.Loss));
    }

    private static bool IsNative(LlmModel model) => model.Architecture == "gpt-oss";
}
