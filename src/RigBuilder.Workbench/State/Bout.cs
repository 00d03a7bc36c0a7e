using RigBuilder.Validation.Child;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Workbench.State;

/// <summary>A validation on the arena screen: everything heard of it so far.</summary>
/// <param name="Number">Tells the bouts of a session apart; messages of earlier ones are ignored.</param>
/// <param name="Opponent">What is run.</param>
public sealed record Bout(int Number, Opponent Opponent)
{
    /// <summary>Samples kept per test: more than any chart has columns.</summary>
    private const int MostSamples = 400;

    /// <summary>How far it has come.</summary>
    public BoutPhase Phase { get; init; }

    /// <summary>What was heard last; null before the first word.</summary>
    public ValidationProgress? Progress { get; init; }

    /// <summary>Time since it began.</summary>
    public Duration Elapsed { get; init; }

    /// <summary>Speeds sampled during the prompt test, in tok/s, oldest first.</summary>
    public ImmutableArray<double> PromptSamples { get; init; } = [];

    /// <summary>Speeds sampled during the generation test, in tok/s, oldest first.</summary>
    public ImmutableArray<double> GenerationSamples { get; init; } = [];

    /// <summary>Share of the running repetition that is done, 0 to 1.</summary>
    public double Blow { get; init; }

    /// <summary>Whether a run is made that does not count.</summary>
    public bool Warming { get; init; }

    /// <summary>The report; null until it has ended.</summary>
    public ValidationReport? Report { get; init; }

    /// <summary>The name it was saved under; null when it was not.</summary>
    public string? SavedAs { get; init; }

    /// <summary>Whether it has not ended yet.</summary>
    public bool Runs => Phase != BoutPhase.Ended;

    /// <summary>Where it is.</summary>
    public ValidationStep Step => Progress?.Step ?? ValidationStep.Preparing;

    /// <summary>Predicted against measured, as far as it is known.</summary>
    public ImmutableArray<ComparisonRow> Rows => Report is { Rows.IsEmpty: false } report ? report.Rows : Progress?.Rows ?? [];

    /// <summary>Everything measured so far.</summary>
    public Measurements Measured => Report?.Measurements ?? Progress?.Measured ?? new Measurements();

    /// <summary>What is run; null while it is being prepared.</summary>
    public ValidationSubject? Subject => Progress?.Subject ?? Report?.Subject;

    /// <summary>The test whose speeds are to be shown: the running one, or the last that ran.</summary>
    public SpeedTestKind Shown => Step > ValidationStep.Prompt && GenerationSamples.Length > 0 ? SpeedTestKind.Generation : SpeedTestKind.Prompt;

    /// <summary>Speeds sampled during a test.</summary>
    public ImmutableArray<double> Samples(SpeedTestKind kind) => kind == SpeedTestKind.Prompt ? PromptSamples : GenerationSamples;

    /// <summary>The comparison of a test; null before it is predicted.</summary>
    public ComparisonRow? Row(SpeedTestKind kind) =>
        Rows.FirstOrDefault(r => r.Term == (kind == SpeedTestKind.Prompt ? ComparisonTerm.Prompt : ComparisonTerm.Decode));

    /// <summary>How long a test is expected to take, by its prediction; null when there is none.</summary>
    public Duration? Expected(SpeedTestKind kind) =>
        Row(kind)?.Predicted is > 0 and var speed && Progress?.Job is { } job && job.Tests.FirstOrDefault(t => t.Kind == kind) is { } test
            ? job.Expected(test, TokensPerSecond.FromValue(speed))
            : null;

    /// <summary>
    /// How long the rest of the tests takes, at the speeds that were seen so far, before that at the predicted ones; null when neither
    /// is known. Disturbed repetitions are made again and prolong it.
    /// </summary>
    public Duration? Remaining => Left(SpeedTestKind.Prompt) is { } first && Left(SpeedTestKind.Generation) is { } second ? first + second : null;

    private Duration? Left(SpeedTestKind kind)
    {
        var step = kind == SpeedTestKind.Prompt ? ValidationStep.Prompt : ValidationStep.Generation;
        if (Step > step) return Duration.Zero;
        var samples = Samples(kind);
        var speed = samples.IsEmpty ? Row(kind)?.Predicted : samples.Average();
        if (speed is not > 0 || Progress?.Job is not { } job || job.Tests.FirstOrDefault(t => t.Kind == kind) is not { } test) return null;
        var whole = job.Expected(test, TokensPerSecond.FromValue(speed.Value)).Seconds;
        if (Step < step || (Warming && samples.IsEmpty)) return Duration.FromSeconds(whole);
        var once = test.Tokens / speed.Value;
        var warmUp = kind == SpeedTestKind.Prompt ? 1 : 0;
        return Duration.FromSeconds(Math.Max(0, whole - (((Measured.Of(kind)?.Undisturbed.Count() ?? 0) + warmUp + Blow) * once)));
    }

    /// <summary>With one more word heard.</summary>
    public Bout Hearing(ValidationProgress progress, Duration elapsed)
    {
        var heard = this with { Progress = progress, Elapsed = elapsed };
        return progress.Event switch
        {
            InferenceEvent.SpeedSampled when Warming => heard,
            InferenceEvent.SpeedSampled e => heard.Sampling(e.Test.Kind, e.Speed) with { Blow = Math.Clamp((double)e.Done / e.Test.Tokens, 0, 1) },
            InferenceEvent.RepetitionFinished e => (Blow > 0 ? heard : heard.Sampling(e.Test.Kind, e.Run.Speed)) with { Blow = 0 },
            InferenceEvent.StageBegan e => heard with { Blow = 0, Warming = e.Stage == InferenceStage.WarmUp },
            _ => heard,
        };
    }

    private Bout Sampling(SpeedTestKind kind, TokensPerSecond speed)
    {
        var samples = Samples(kind).Add(speed.Value);
        if (samples.Length > MostSamples) samples = samples.RemoveAt(0);
        return kind == SpeedTestKind.Prompt ? this with { PromptSamples = samples } : this with { GenerationSamples = samples };
    }
}
