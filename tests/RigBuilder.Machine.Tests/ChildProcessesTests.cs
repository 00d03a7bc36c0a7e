using System.Diagnostics;
using RigBuilder.Machine.Ports;

namespace RigBuilder.Machine.Tests;

/// <summary>The real process runner, on tools that every Unix has.</summary>
[Platform(Exclude = "Win")]
public sealed class ChildProcessesTests
{
    private static readonly ChildProcesses Runner = new(TimeProvider.System);

    private static ToolRun Shell(string script, double seconds = 20, int limit = 4 * 1024 * 1024) =>
        Runner.RunAsync(new ToolCall("sh", "-c", script) { Timeout = TimeSpan.FromSeconds(seconds), OutputLimit = limit }, CancellationToken.None).GetAwaiter().GetResult();

    [Test]
    public void Run_AbsentTool_IsNotFound() =>
        Assert.That(Runner.RunAsync(new ToolCall("no-such-tool-here"), CancellationToken.None).GetAwaiter().GetResult().Ending, Is.EqualTo(ToolEnding.NotFound));

    [Test]
    public void Run_OrdinaryTool_GivesOutputErrorAndExitCode()
    {
        var run = Shell("echo out; echo err >&2; exit 3");
        Assert.That(run, Is.EqualTo(new ToolRun(ToolEnding.Exited, 3, "out\n", "err\n")));
    }

    [Test]
    public void Run_Megabyte_DoesNotBlockOnAFullPipe()
    {
        var run = Shell("head -c 1200000 /dev/zero | tr '\\0' x; head -c 1200000 /dev/zero | tr '\\0' y >&2");
        Assert.That((run.Ending, run.Output.Length, run.Error.Length), Is.EqualTo((ToolEnding.Exited, 1_200_000, 1_200_000)));
    }

    [Test]
    public void Run_EndlessOutput_IsStoppedAtTheLimit()
    {
        var run = Shell("yes", limit: 10_000);
        Assert.That((run.Ending, run.Output.Length), Is.EqualTo((ToolEnding.Flooded, 10_000)));
    }

    [Test]
    public void Run_Hanging_IsKilledWithItsChildren()
    {
        var watch = Stopwatch.StartNew();
        // The child keeps the pipe open; its process id comes out first.
        var run = Shell("sleep 60 & echo $!; wait", seconds: 0.3);
        var child = int.Parse(run.Output.Trim(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Multiple(() =>
        {
            Assert.That(run.Ending, Is.EqualTo(ToolEnding.TimedOut));
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)));
            Assert.That(() => File.Exists($"/proc/{child}/stat") && !File.ReadAllText($"/proc/{child}/stat").Contains(") Z ", StringComparison.Ordinal),
                Is.False.After(5000, 20), "the grandchild is gone");
        });
    }

    [Test]
    public void Run_Cancelled_ThrowsAndKills()
    {
        using var stop = new CancellationTokenSource();
        var run = Runner.RunAsync(new ToolCall("sleep", "60") { Timeout = TimeSpan.FromMinutes(2) }, stop.Token);
        stop.Cancel();
        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Run_Tool_ReadsEndOfInputAtOnce() => Assert.That(Shell("cat; echo done").Output, Is.EqualTo("done\n"));

    [Test]
    public void Run_Tool_SpeaksTheCLocale() => Assert.That(Shell("echo $LC_ALL").Output, Is.EqualTo("C\n"));

    [Test]
    public void Find_ToolInTheWorkingFolder_IsNotFound()
    {
        var name = $"rigbuilder-test-{Guid.NewGuid():N}";
        var path = Path.Combine(Environment.CurrentDirectory, name);
        File.WriteAllText(path, "#!/bin/sh\n");
        try
        {
            Assert.That(ToolFolders.Find(name), Is.Null);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
