using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Naming;

namespace RigBuilder.Domain.Models;

/// <summary>
/// A model of which nothing but the size is known: the shape of the known model nearest to that size, scaled to it. Plain attention is
/// taken (no sliding window, latent or recurrent layers), so that the cache is rather too large than too small.
/// </summary>
internal static class TypicalModel
{
    // Mixtral 8x7B has 46.7 of 56 billion, 8x22B 141 of 176: what is no expert is there once.
    private const double SharedByExperts = 0.82;

    /// <summary>The typical model of a size and what it is taken from, in words; null when the catalog has none to go by.</summary>
    public static (LlmModel Model, string Told)? Of(ModelSize size, string text, ImmutableArray<LlmModel> known)
    {
        var few = size.Experts is not null;
        var total = size.Total ?? SharedByExperts * size.Experts!.Value.Count * size.Experts.Value.Size;
        var kin = known.Where(m => m.Shape is { Recurrent: null, Latent: null, SlidingWindow: null } && m.Architecture is not "gpt-oss"
            && (m.Shape.Experts is not null) == (few || size.Active is not null) && (!few || m.Shape.Experts!.Count <= 16)).ToArray();
        if (kin.Length == 0) return null;
        var near = kin.MinBy(m => Math.Abs(Math.Log(m.Parameters / total)) + (size.Active is { } a ? Math.Abs(Math.Log(m.ActiveParameters / a)) : 0))!;
        var shape = Scaled(near, total);
        var active = size.Active ?? (few ? total * near.ActiveParameters / near.Parameters : total);
        var model = new LlmModel
        {
            Id = text.Trim().ToLowerInvariant().Replace(' ', '-'),
            Name = $"a {text.Trim()} model",
            Family = near.Family,
            Architecture = near.Architecture,
            Parameters = total,
            ActiveParameters = Math.Min(active, total),
            TrainedContext = near.TrainedContext,
            Shape = shape,
            Guessed = true,
            Source = $"typical of its size: the shape of {near.Name}, scaled",
        };
        var experts = shape.Experts is { } e ? string.Create(CultureInfo.InvariantCulture, $", {e.Count} experts of which {e.Used} work") : "";
        return (model, string.Create(CultureInfo.InvariantCulture,
            $"{text.Trim()}: nothing but the size is known, so a typical shape is taken, that of {near.Name} scaled: {shape.Layers} layers of width {shape.Hidden}, {shape.Heads} heads with {shape.KvHeads} for keys and values{experts}; the ranges are wide"));
    }

    // Width and depth grow with the cube root of the size; the layers then fill the parameters, and what is left over counts as further weights.
    private static ModelShape Scaled(LlmModel near, double total)
    {
        var shape = near.Shape;
        var factor = total / near.Parameters;
        if (factor is > 0.95 and < 1.05) return shape with { Layers = Fitting(shape, total) };
        var root = Math.Cbrt(factor);
        var hidden = Rounded(shape.Hidden * root, 2 * shape.HeadDim);
        var heads = Math.Max(shape.KvHeads, (int)Math.Round(shape.Heads * root / shape.KvHeads) * shape.KvHeads);
        var wide = shape with
        {
            Hidden = hidden,
            Heads = Math.Max(shape.KvHeads, heads),
            Ffn = shape.Ffn == 0 ? 0 : Rounded(shape.Ffn * root, 256),
            Experts = shape.Experts is { } e ? e with { Ffn = Rounded(e.Ffn * root, 64), SharedFfn = e.SharedFfn == 0 ? 0 : Rounded(e.SharedFfn * root, 64) } : null,
        };
        return wide with { Layers = Fitting(wide, total) };
    }

    private static int Fitting(ModelShape shape, double total)
    {
        double hidden = shape.Hidden;
        var attention = 2 * hidden * shape.HeadDim * (shape.Heads + shape.KvHeads);
        var forward = shape.Experts is { } e ? (3 * hidden * (((double)e.Count * e.Ffn) + e.SharedFfn)) + (hidden * e.Count) : 3 * hidden * shape.Ffn;
        var embeddings = hidden * shape.Vocab * (shape.TiedEmbeddings ? 1 : 2);
        return Math.Clamp((int)Math.Floor(((total - embeddings) / (attention + forward)) + 0.02), 1, 1000);
    }

    private static int Rounded(double width, int step) => Math.Max(step, (int)Math.Round(width / step) * step);
}
