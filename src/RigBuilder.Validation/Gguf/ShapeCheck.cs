using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// Whether the numbers that a file tells about its shape go together, and with the tensors that it holds, as llama.cpp insists
/// when it loads them. What passes can be planned and predicted without leaving any number's range.
/// </summary>
internal static class ShapeCheck
{
    private const long MostWidth = 1 << 20;

    /// <summary>A thousand times the largest models.</summary>
    private const double MostElements = 1e15;

    /// <summary>What does not fit together; empty when all does.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">What its numbers say.</param>
    /// <param name="knownLayout">Whether the architecture's attention tensors are known: others may hold more in one (a gate beside the query).</param>
    public static ImmutableArray<Diagnostic> Problems(GgufFile file, ModelShape shape, bool knownLayout)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        void Add(bool isWrong, string message)
        {
            if (isWrong) problems.Add(InferenceDiagnostics.Gguf("RB5108", file.Path, message));
        }

        foreach (var message in Absurdities(shape)) Add(true, message);
        if (problems.Count > 0) return problems.ToImmutable();
        long queries = (long)shape.Heads * shape.HeadDim, keys = (long)shape.KvHeads * shape.HeadDim;
        var held = file.Tensors.Sum(t => (double)t.Elements);
        Add(held > MostElements, string.Create(CultureInfo.InvariantCulture, $"it lists {held:E1} parameters, which cannot be"));
        foreach (var (name, dimension, claimed) in Widths(shape, keys, queries, knownLayout))
            if (Odd(file, name, dimension, claimed) is { } problem) Add(true, problem);
        return problems.ToImmutable();
    }

    /// <summary>What no model's shape can be; empty when there is nothing.</summary>
    public static ImmutableArray<string> Absurdities(ModelShape shape)
    {
        if (shape.KvHeads > shape.Heads) return [$"it claims {shape.KvHeads} key/value heads for {shape.Heads} query heads"];
        if ((long)shape.Heads * shape.HeadDim > MostWidth) return [$"it claims {shape.Heads} heads of {shape.HeadDim}, which are wider than any model's"];
        var elements = Elements(shape);
        return elements > MostElements ? [string.Create(CultureInfo.InvariantCulture, $"it claims a shape of {elements:E1} parameters, which cannot be")] : [];
    }

    /// <summary>Tensors with the size that the shape gives a dimension of theirs.</summary>
    private static IEnumerable<(string Name, int Dimension, long Claimed)> Widths(ModelShape shape, long keys, long queries, bool knownLayout)
    {
        yield return ("token_embd.weight", 0, shape.Hidden);
        yield return ("attn_norm.weight", 0, shape.Hidden);
        if (shape.Latent is not null || !knownLayout) yield break;
        yield return ("attn_k.weight", 1, keys);
        yield return ("attn_q.weight", 1, queries);
    }

    /// <summary>What is odd about a dimension of a tensor, the widest of all layers; null when it is as claimed or no layer has it.</summary>
    private static string? Odd(GgufFile file, string name, int dimension, long claimed)
    {
        var sizes = file.Tensors.Where(t => Is(t.Name, name)).Select(t => t.Dimensions.Length > dimension ? t.Dimensions[dimension] : 1).ToList();
        return sizes.Count == 0 || sizes.Max() == claimed ? null : $"its tensors '{name}' are {sizes.Max()} wide; its other numbers say {claimed}";
    }

    private static bool Is(string tensor, string name) =>
        tensor == name || (tensor.StartsWith("blk.", StringComparison.Ordinal) && tensor.EndsWith("." + name, StringComparison.Ordinal));

    /// <summary>Roughly the parameters of a shape, never fewer than a plan of its tensors has; no product leaves the range of double.</summary>
    private static double Elements(ModelShape shape)
    {
        double hidden = shape.Hidden, heads = shape.Heads;
        var attention = shape.Latent is { } latent
            ? (heads * (latent.NopeDim + latent.RopeDim) * Math.Max(hidden, latent.QueryLoraRank)) + (hidden * (latent.QueryLoraRank + latent.KvLoraRank + latent.RopeDim))
              + (heads * latent.KvLoraRank * ((double)latent.NopeDim + latent.ValueDim)) + (heads * latent.ValueDim * hidden)
            : 4 * hidden * heads * shape.HeadDim * 2;
        var experts = shape.Experts is { } e ? (3 * hidden * (((double)e.Count * e.Ffn) + e.SharedFfn)) + (hidden * e.Count) : 0;
        return (2 * hidden * shape.Vocab) + (shape.Layers * (attention + experts + (3 * hidden * shape.Ffn) + (16 * hidden)));
    }
}
