using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Child;

/// <summary>What the inference process is asked to do; one JSON line.</summary>
public sealed record InferenceJob
{
    /// <summary>Repetitions that a test makes however long they take.</summary>
    public const int LeastRepetitions = 2;

    /// <summary>Model file and placement.</summary>
    public required LoadOptions Load { get; init; }

    /// <summary>Whether the model file was made for this run: a process whose program dies deletes it, unless it is one to keep.</summary>
    public bool ModelIsOurs { get; init; }

    /// <summary>The context as the quest wants it: its memory is measured, then it is released. Its threads serve all tests.</summary>
    public required ContextOptions Context { get; init; }

    /// <summary>Tests, run in this order.</summary>
    public ImmutableArray<SpeedTest> Tests { get; init; } = [SpeedTest.Prompt, SpeedTest.Generation];

    /// <summary>Undisturbed repetitions wanted per test, 1 or more.</summary>
    public int Repetitions { get; init; } = 5;

    /// <summary>Attempts per test, the disturbed ones included; at least <see cref="Repetitions"/>.</summary>
    public int Attempts { get; init; } = 40;

    /// <summary>Seconds after which a test starts no further repetition; at least two are made.</summary>
    public double SecondsPerTest { get; init; } = 30;

    /// <summary>
    /// Seconds into a test after which the generation at hand is ended and counts as disturbed; null to let every one end by itself.
    /// </summary>
    public double? CutAfterSeconds { get; init; }

    /// <summary>
    /// System memory needed when no GPU takes anything; checked once the devices are known. Null to go ahead unchecked.
    /// </summary>
    public Bytes? HostMemory { get; init; }

    /// <summary>Whether memory bandwidth is probed first.</summary>
    public bool ProbeBandwidth { get; init; } = true;

    /// <summary>
    /// The head of a GGUF file whose memory is to be planned in <see cref="Context"/>; then nothing else is done. Null for a run.
    /// </summary>
    public byte[]? PlanHead { get; init; }

    /// <summary>Size of the planned tensor data.</summary>
    public Bytes PlanWeights { get; init; }

    /// <summary>How long a test takes, warm-up included, when nothing disturbs it.</summary>
    /// <param name="test">A test without depth.</param>
    /// <param name="speed">Its speed; above zero.</param>
    public Duration Expected(SpeedTest test, TokensPerSecond speed)
    {
        var once = test.Tokens / speed.Value;
        var repetitions = Math.Clamp(Math.Ceiling(SecondsPerTest / once), LeastRepetitions, Math.Max(LeastRepetitions, Repetitions));
        var tests = repetitions * once;
        if (test.Kind == SpeedTestKind.Prompt) return Duration.FromSeconds(once + tests);
        return Duration.FromSeconds((SpeedTest.WarmUpTokens / speed.Value) + Math.Min(tests, CutAfterSeconds ?? tests));
    }
}
