using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Protocol;

/// <summary>Sets predicted against measured, term by term.</summary>
/// <param name="predict">The prediction of a quest.</param>
/// <param name="quest">The quest as run.</param>
public sealed class Comparison(Func<Quest, Forecast> predict, Quest quest)
{
    /// <summary>What the prediction had to assume.</summary>
    public ImmutableArray<string> Assumptions => predict(quest).Assumptions;

    /// <summary>The rows. Terms that were not measured are there without figures.</summary>
    /// <param name="measured">What was measured.</param>
    /// <param name="loadNote">Why the load time says nothing; null when it does.</param>
    public ImmutableArray<ComparisonRow> Rows(Measurements measured, string? loadNote)
    {
        var forecast = predict(quest);
        var rows = ImmutableArray.CreateBuilder<ComparisonRow>();
        var memory = measured.Memory.Buffers.IsEmpty ? null : measured.Memory;
        var kvKnown = memory?.Buffers.Any(b => b.Kind == MemoryKind.Kv) == true;
        rows.Add(Memory(ComparisonTerm.Weights, "weights", forecast.Memory?.Weights, memory?[MemoryKind.Weights]));
        rows.Add(Memory(ComparisonTerm.Kv, "KV cache", forecast.Memory?.Kv, kvKnown ? memory![MemoryKind.Kv] : null));
        var compute = Memory(ComparisonTerm.Compute, "compute buffers", forecast.Memory?.Compute, kvKnown ? memory![MemoryKind.Compute] : null);
        var fallback = forecast.Placement is { GpuLayers: > 0 } && measured.Library is { } library && !library.Gpus.Any();
        rows.Add(fallback ? compute with { Verdict = RowVerdict.NotCompared, Note = "not compared: planned for GPUs, which need other buffers than the CPU that it ran on" } : compute);
        rows.Add(Load(forecast.Load, measured.Load, loadNote));
        foreach (var series in measured.Series) rows.Add(Speed(series));
        return rows.ToImmutable();
    }

    /// <summary>The rows, and those of tests still to come with their prediction alone.</summary>
    /// <param name="measured">What was measured so far.</param>
    /// <param name="loadNote">Why the load time says nothing; null when it does.</param>
    /// <param name="tests">All tests, in order.</param>
    public ImmutableArray<ComparisonRow> Rows(Measurements measured, string? loadNote, IEnumerable<SpeedTest> tests) =>
        [.. Rows(measured, loadNote), .. tests.Where(t => measured.Series.All(s => s.Test != t)).Select(t => Speed(new SeriesResult(t, [])))];

    private static ComparisonRow Memory(ComparisonTerm term, string name, Bytes? predicted, Bytes? measured)
    {
        double? p = predicted?.Count, m = measured?.Count;
        return new ComparisonRow(
            term, name, FigureUnit.Bytes, p, p * (1 - MemoryTotal.Tolerance), p * (1 + MemoryTotal.Tolerance), m, null,
            Judge(p * (1 - MemoryTotal.Tolerance), p * (1 + MemoryTotal.Tolerance), m, moreIsBetter: false));
    }

    private static ComparisonRow Load(Estimate<Duration>? predicted, Duration? measured, string? note)
    {
        var verdict = note is null ? Judge(predicted?.Low.Seconds, predicted?.High.Seconds, measured?.Seconds, moreIsBetter: false) : RowVerdict.NotCompared;
        return new ComparisonRow(
            ComparisonTerm.Load, "load", FigureUnit.Seconds, note is null ? predicted?.Value.Seconds : null,
            note is null ? predicted?.Low.Seconds : null, note is null ? predicted?.High.Seconds : null, measured?.Seconds, null, verdict)
        { Note = note ?? (predicted is null && measured is not null ? "not predicted: the rig has no drive, or the machine does not tell which" : null) };
    }

    private ComparisonRow Speed(SeriesResult series)
    {
        var test = series.Test;
        var forecast = predict(quest with { Context = Math.Max(test.Context, 1), Users = 1 });
        var (term, estimate) = test switch
        {
            { Kind: SpeedTestKind.Prompt } => (ComparisonTerm.Prompt, forecast.Prompt),
            { Depth: > 0 } => (ComparisonTerm.DecodeAtDepth, forecast.DecodeAtFullContext),
            _ => (ComparisonTerm.Decode, forecast.Decode),
        };
        var verdict = Judge(estimate?.Low.Value, estimate?.High.Value, series.Runs.IsEmpty ? null : series.Mean.Value, moreIsBetter: true);
        return new ComparisonRow(
            term, Name(test), FigureUnit.TokensPerSecond, estimate?.Value.Value, estimate?.Low.Value, estimate?.High.Value,
            series.Runs.IsEmpty ? null : series.Mean.Value, series.Runs.IsEmpty ? null : series.Deviation.Value, verdict)
        { Note = Note(series), IsLowerBound = series.AllDisturbed };
    }

    private static string Name(SpeedTest test) => $"{(test.Kind == SpeedTestKind.Prompt ? "prompt" : "generation")} {test.Name}";

    private static string? Note(SeriesResult series) =>
        series.AllDisturbed ? $"{(series.Rejected == 1 ? "the only repetition was" : series.Rejected == 2 ? "both repetitions were" : $"all {series.Rejected} repetitions were")} disturbed; the figure is a lower bound, from {Source(series)}"
        : series.Rejected > 0 ? $"{series.Rejected} of {series.Runs.Length} repetitions were disturbed and do not count"
        : null;

    private static string Source(SeriesResult series)
    {
        var best = series.Runs.Select(r => r.Run).MaxBy(r => r.LowerBound.Value)!;
        return best.LowerBound == best.Speed ? "the fastest of them"
            : best.LowerBound == best.BestStretch ? $"the fastest {TokenStretch.Tokens} tokens in a row of any of them"
            : "the processor time that the threads got";
    }

    private static RowVerdict Judge(double? low, double? high, double? measured, bool moreIsBetter)
    {
        if (low is not { } l || high is not { } h || measured is not { } m) return RowVerdict.NotCompared;
        if (m >= l && m <= h) return RowVerdict.Within;
        return m > h == moreIsBetter ? RowVerdict.Better : RowVerdict.Worse;
    }
}
