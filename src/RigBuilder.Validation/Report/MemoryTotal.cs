using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Report;

/// <summary>All memory of a run, predicted and as the library reports it: weights, KV cache and compute buffers together.</summary>
/// <param name="Predicted">What was predicted.</param>
/// <param name="Measured">What it took.</param>
public sealed record MemoryTotal(Bytes Predicted, Bytes Measured)
{
    /// <summary>Memory is predicted to this share (the quality bar of the prediction).</summary>
    public const double Tolerance = 0.02;

    /// <summary>Measured relative to predicted minus one.</summary>
    public double Error => Predicted > Bytes.Zero ? ((double)Measured.Count / Predicted.Count) - 1 : 0;

    /// <summary>Whether it took no more than predicted, within the tolerance.</summary>
    public bool Holds => Error <= Tolerance;

    /// <summary>The sum over the rows of memory; null unless all of them were measured and predicted.</summary>
    public static MemoryTotal? Of(ImmutableArray<ComparisonRow> rows)
    {
        var memory = rows.Where(r => r.Unit == FigureUnit.Bytes).ToList();
        return memory.Count > 0 && memory.All(r => r is { Predicted: not null, Measured: not null, Verdict: not RowVerdict.NotCompared })
            ? new MemoryTotal(Bytes.FromDouble(memory.Sum(r => r.Predicted!.Value)), Bytes.FromDouble(memory.Sum(r => r.Measured!.Value)))
            : null;
    }
}
