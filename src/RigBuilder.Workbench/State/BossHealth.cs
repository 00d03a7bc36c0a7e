using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Workbench.State;

/// <summary>
/// The opponent's health: each undisturbed repetition takes its share, in full when the machine is as fast as the low end of the
/// predicted range, else as much less as the machine is slower. So what is left at the end is how far the speed stayed below
/// the prediction, and nothing is left exactly when the prediction holds.
/// </summary>
/// <param name="Guard">What is left of it in the prompt test, 0 to 1.</param>
/// <param name="Heart">What is left of it in the generation test, 0 to 1.</param>
public sealed record BossHealth(double Guard, double Heart)
{
    /// <summary>Untouched.</summary>
    public static BossHealth Full { get; } = new(1, 1);

    /// <summary>Both together, 0 to 1.</summary>
    public double Total => (Guard + Heart) / 2;

    /// <summary>The health after what was heard of a bout so far.</summary>
    public static BossHealth Of(Bout bout) => new(Left(bout, SpeedTestKind.Prompt), Left(bout, SpeedTestKind.Generation));

    private static double Left(Bout bout, SpeedTestKind kind)
    {
        var series = bout.Measured.Of(kind);
        var step = kind == SpeedTestKind.Prompt ? ValidationStep.Prompt : ValidationStep.Generation;
        var over = bout.Step > step && series is { Runs.IsEmpty: false };
        var running = bout.Step == step ? bout.Blow : 0;
        var wanted = Math.Max(1, bout.Progress?.Job?.Repetitions ?? 1);
        var done = over ? 1 : Math.Min(1, ((series?.Undisturbed.Count() ?? 0) + running) / wanted);
        var samples = bout.Samples(kind);
        var speed = series is { Runs.IsEmpty: false } ? series.Mean.Value : samples.IsEmpty ? 0 : samples.Average();
        var strength = bout.Row(kind)?.Low is > 0 and var low ? Math.Min(1, speed / low) : 1;
        return Math.Clamp(1 - (done * strength), 0, 1);
    }
}
