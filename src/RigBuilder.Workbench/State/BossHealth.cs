using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Workbench.State;

/// <summary>
/// The opponent's health: each undisturbed repetition takes its share, in full when the machine is as fast as the low end of the
/// predicted range, else as much less as the machine is slower. So what is left at the end is how far the speed stayed below
/// the predicted range, and nothing is left exactly when no speed is below it. A test whose repetitions were all disturbed is a
/// draw: no repetition of it counted.
/// </summary>
/// <param name="Guard">What is left of it in the prompt test, 0 to 1.</param>
/// <param name="Heart">What is left of it in the generation test, 0 to 1.</param>
public sealed record BossHealth(double Guard, double Heart)
{
    /// <summary>Whether the prompt test ended without a repetition that counts.</summary>
    public bool GuardIsDraw { get; init; }

    /// <summary>Whether the generation test ended without a repetition that counts.</summary>
    public bool HeartIsDraw { get; init; }

    /// <summary>Untouched.</summary>
    public static BossHealth Full { get; } = new(1, 1);

    /// <summary>Whether a test ended without a repetition that counts.</summary>
    public bool IsDraw => GuardIsDraw || HeartIsDraw;

    /// <summary>Both together, 0 to 1.</summary>
    public double Total => (Guard + Heart) / 2;

    /// <summary>The health after what was heard of a bout so far.</summary>
    public static BossHealth Of(Bout bout) => new(Left(bout, SpeedTestKind.Prompt), Left(bout, SpeedTestKind.Generation))
    {
        GuardIsDraw = Undecided(bout, SpeedTestKind.Prompt),
        HeartIsDraw = Undecided(bout, SpeedTestKind.Generation),
    };

    private static bool IsOver(Bout bout, SpeedTestKind kind) =>
        bout.Step > (kind == SpeedTestKind.Prompt ? ValidationStep.Prompt : ValidationStep.Generation) && bout.Measured.Of(kind) is { Runs.IsEmpty: false };

    private static bool Undecided(Bout bout, SpeedTestKind kind) => IsOver(bout, kind) && bout.Measured.Of(kind)!.AllDisturbed;

    private static double Left(Bout bout, SpeedTestKind kind)
    {
        var series = bout.Measured.Of(kind);
        var step = kind == SpeedTestKind.Prompt ? ValidationStep.Prompt : ValidationStep.Generation;
        var running = bout.Step == step ? bout.Blow : 0;
        var wanted = Math.Max(1, bout.Progress?.Job?.Repetitions ?? 1);
        var done = IsOver(bout, kind) && !Undecided(bout, kind) ? 1 : Math.Min(1, ((series?.Undisturbed.Count() ?? 0) + running) / wanted);
        var samples = bout.Samples(kind);
        var speed = series is { Runs.IsEmpty: false } ? series.Mean.Value : samples.IsEmpty ? 0 : samples.Average();
        var strength = bout.Row(kind)?.Low is > 0 and var low ? Math.Min(1, speed / low) : 1;
        return Math.Clamp(1 - (done * strength), 0, 1);
    }
}
