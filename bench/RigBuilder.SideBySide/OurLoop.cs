using System.Globalization;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.SideBySide;

/// <summary>Our repetition as the inference process makes it, its live samples of the speed included.</summary>
internal sealed class OurLoop(IInferenceSession session) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly TextWriter _lines = new StreamWriter(File.OpenWrite(OperatingSystem.IsWindows() ? "NUL" : "/dev/null"), System.Text.Encoding.UTF8);

    /// <summary>Runs a test once.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public TestRun Run(SpeedTest test)
    {
        var watch = new TokenWatch(test, TimeProvider.System, Interval, Tell);
        var run = session.Run(test, watch, default);
        return run.Value ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{test.Name} failed: {run.Reason}"));
    }

    public void Dispose() => _lines.Dispose();

    private void Tell(InferenceEvent told)
    {
        _lines.WriteLine(InferenceLines.Write(told));
        _lines.Flush();
    }
}
