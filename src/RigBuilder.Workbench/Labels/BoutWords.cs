using RigBuilder.Validation.Child;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Labels;

/// <summary>What is happening in a bout right now, in a sentence with its figures.</summary>
public static class BoutWords
{
    /// <summary>The sentence; calm mode leaves the fight out of it.</summary>
    public static string Of(Bout bout, bool calm)
    {
        if (bout.Phase == BoutPhase.Stopping) return "Stopping …";
        if (bout.Progress is not { } progress) return "Looking at this machine …";
        return progress.Step switch
        {
            ValidationStep.Preparing => "Checking memory and disk …",
            ValidationStep.Writing => (calm ? "Writing the model" : "It takes shape") + Percent(progress.Share),
            ValidationStep.IdleCheck => "Listening whether the machine is quiet …",
            ValidationStep.Bandwidth => "Measuring how fast memory can be read …",
            ValidationStep.Loading => (calm ? "Loading" : "It wakes up") + Percent(progress.Share),
            ValidationStep.Memory => "Measuring cache and compute buffers …",
            ValidationStep.Prompt or ValidationStep.Generation => Test(bout, progress, calm),
            _ => "Comparing with the prediction …",
        };
    }

    /// <summary>"0:34".</summary>
    public static string Clock(Duration elapsed)
    {
        var seconds = (int)Math.Min(elapsed.Seconds, 359_999);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }

    /// <summary>A time that is only roughly known: "12 s", "3 min".</summary>
    public static string About(Duration time) => time.Seconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(time.Seconds)):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(time.Seconds / 60):0} min");

    /// <summary>What a test has shown, marked where it is a lower bound: "≥ 196 tok/s".</summary>
    public static string Speed(SeriesResult series) => $"{(series.AllDisturbed ? "≥ " : "")}{Figures.Number(series.Mean.Value)} tok/s";

    private static string Test(Bout bout, ValidationProgress progress, bool calm)
    {
        var blow = calm ? "Repetition" : "Blow";
        var kind = progress.Step == ValidationStep.Prompt ? SpeedTestKind.Prompt : SpeedTestKind.Generation;
        var runs = progress.Measured.Of(kind)?.Runs.Length ?? 0;
        return progress.Event switch
        {
            _ when bout.Warming => "Warming up; this run does not count …",
            InferenceEvent.SpeedSampled e => $"{blow} {runs + 1}: {e.Done} of {e.Test.Tokens} tokens, {e.Speed}",
            InferenceEvent.RepetitionFinished { Disturbances: [var why, ..] } => $"{blow} {runs} {(calm ? "does not count" : "missed")}: {why.Evidence.TrimEnd('.')}.",
            InferenceEvent.RepetitionFinished e => $"{blow} {runs}: {e.Run.Speed}",
            _ => $"{blow} {runs + 1} …",
        };
    }

    private static string Percent(double? share) => share is { } s ? string.Create(CultureInfo.InvariantCulture, $": {s * 100:0} %") : " …";
}
