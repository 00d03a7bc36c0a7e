using RigBuilder.Validation.Child;
using RigBuilder.Validation.Protocol;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>
/// Passes progress on, but news of percentages and samples only ten times a second: each paints the screen, and the screen must
/// not take the processor from what is measured.
/// </summary>
internal sealed class ThrottledProgress(TimeProvider time, Action<ValidationProgress> pass) : IProgress<ValidationProgress>
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
    private long _last;
    private ValidationStep? _step;

    public void Report(ValidationProgress value)
    {
        var frequent = value.Event is InferenceEvent.LoadProgressed || (value.Step == ValidationStep.Writing && value.Share is < 1);
        var now = time.GetTimestamp();
        if (frequent && value.Step == _step && time.GetElapsedTime(_last, now) < Least) return;
        (_last, _step) = (now, value.Step);
        pass(value);
    }
}
