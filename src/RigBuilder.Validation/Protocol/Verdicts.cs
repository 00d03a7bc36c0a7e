using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Protocol;

/// <summary>The verdict over all rows, and its sentence.</summary>
public static class Verdicts
{
    /// <summary>The verdict.</summary>
    public static ValidationVerdict Of(InferenceEnding ending, ImmutableArray<ComparisonRow> rows)
    {
        if (ending == InferenceEnding.Cancelled) return ValidationVerdict.Cancelled;
        var speeds = rows.Where(r => r.Unit == FigureUnit.TokensPerSecond).ToList();
        if (ending != InferenceEnding.Completed || speeds.Count == 0) return ValidationVerdict.Failed;
        if (speeds.All(r => r.Verdict == RowVerdict.NotCompared)) return ValidationVerdict.Measured;
        var worse = speeds.Where(r => r.Verdict == RowVerdict.Worse).ToList();
        if (worse.Count > 0) return worse.All(r => r.IsLowerBound) ? ValidationVerdict.Disturbed : ValidationVerdict.Slower;
        return speeds.All(r => r.Verdict is RowVerdict.Better or RowVerdict.NotCompared) ? ValidationVerdict.Faster : ValidationVerdict.WithinRange;
    }

    /// <summary>The verdict in a sentence; a failure with the first thing that went wrong.</summary>
    public static string Sentence(ValidationVerdict verdict, ImmutableArray<ComparisonRow> rows, IEnumerable<Diagnostic>? diagnostics = null)
    {
        var decode = rows.FirstOrDefault(r => r.Term == ComparisonTerm.Decode) ?? rows.FirstOrDefault(r => r.Unit == FigureUnit.TokensPerSecond);
        var figures = decode is null ? "" : $" Generation: {decode.MeasuredText}{(decode.Predicted is null ? "" : $", predicted {decode.PredictedText} ({decode.RangeText})")}.";
        var memory = MemoryTotal.Of(rows);
        if (memory is not null) figures += $" Memory: {memory.Measured}, predicted {memory.Predicted}.";
        return verdict switch
        {
            ValidationVerdict.WithinRange when memory is { Holds: false } => $"The predicted speed holds, the memory does not.{figures}",
            ValidationVerdict.Faster when memory is { Holds: false } => $"Faster than predicted, but with more memory.{figures}",
            ValidationVerdict.WithinRange => $"The prediction holds.{figures}",
            ValidationVerdict.Slower => $"Slower than predicted.{figures}",
            ValidationVerdict.Faster => $"Faster than predicted.{figures}",
            ValidationVerdict.Disturbed => $"Disturbed: something else kept the machine busy, so the figures are a lower bound and say nothing against the prediction.{figures}",
            ValidationVerdict.Measured => $"Measured without a prediction.{figures}",
            ValidationVerdict.Cancelled => "Cancelled.",
            _ => diagnostics?.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error
                ? $"The validation did not get to its end: {error.Message.TrimEnd('.')}." : "The validation did not get to a measurement.",
        };
    }

    /// <summary>How near generation came to what memory bandwidth allows; null without a CPU-only measurement.</summary>
    public static BandwidthShare? Share(Measurements measured, Bytes activeWeights, Bytes kvPerToken)
    {
        if (measured.Bandwidth is not { } probe || measured.Of(SpeedTestKind.Generation) is not { Runs.IsEmpty: false } series) return null;
        if (series.Runs.Any(r => r.Run.CpuShare is null) || activeWeights == Bytes.Zero) return null;
        var bytes = activeWeights + (kvPerToken * (series.Test.Tokens / 2.0));
        var limit = TokensPerSecond.FromValue(probe.ReadBest.Value / bytes.Count);
        return new BandwidthShare(bytes, probe.ReadBest, limit, series.Mean / limit);
    }
}
