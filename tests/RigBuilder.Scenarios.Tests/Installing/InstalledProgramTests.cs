using System.Diagnostics;

namespace RigBuilder.Scenarios.Tests.Installing;

/// <summary>The published program that RIGBUILDER_PROGRAM names, installed into an empty home in which there is no dotnet.</summary>
[NonParallelizable]
public sealed class InstalledProgramTests
{
    private const string Rig = "examples/llama-65b-two-rtx-3090.rig.yaml";

    [Test]
    public void EmptyHome_InstalledAndStartedByItsLink_WorksWithItsOwnData_AndRemovesItself()
    {
        using var home = new ScratchFolder();
        Assert.That(Run(home, Program(), "install").ExitCode, Is.Zero);
        var installed = Path.Combine(home.Path, ".local", "bin", "rigbuilder");
        var about = Run(home, installed, "about");
        var check = Run(home, installed, "check", Path.Combine(Checkout.Root, Rig));
        var tests = Run(home, installed, "rules", "test");
        var removed = Run(home, installed, "uninstall");
        Assert.Multiple(() =>
        {
            Assert.That(about.Out, Does.Contain(Path.Combine(home.Path, ".local", "share", "rigbuilder-app", "versions")), about.ToString());
            Assert.That(check.ExitCode, Is.Zero, check.ToString());
            Assert.That(tests.ExitCode, Is.Zero, tests.ToString());
            Assert.That(removed.ExitCode, Is.Zero, removed.ToString());
            Assert.That(Directory.EnumerateFiles(home.Path, "*", SearchOption.AllDirectories), Is.Empty, "what was installed is gone");
        });
    }

    [Test]
    public void Installation_KilledAtAnyMoment_LeavesAProgramThatWorks_AndTheNextOneCompletes()
    {
        using var home = new ScratchFolder();
        Assert.That(Run(home, Program(), "install").ExitCode, Is.Zero);
        var installed = Path.Combine(home.Path, ".local", "bin", "rigbuilder");
        foreach (var milliseconds in (int[])[20, 35, 50, 65, 80, 100, 130])
        {
            using (var process = Start(home, Program(), "install"))
            {
                if (!process.WaitForExit(milliseconds)) process.Kill();
                process.WaitForExit();
            }

            var about = Run(home, installed, "about");
            Assert.That(about.ExitCode, Is.Zero, $"killed after {milliseconds} ms: {about}");
        }

        Assert.That(Run(home, Program(), "install").ExitCode, Is.Zero);
        Assert.That(Directory.GetDirectories(Path.Combine(home.Path, ".local", "share", "rigbuilder-app", "versions")), Has.Length.LessThanOrEqualTo(2));
    }

    [Test]
    public void Disk_ThatIsFull_IsRefused_AndTheOlderProgramStillWorks()
    {
        using var home = new ScratchFolder();
        Assert.That(Run(home, Program(), "install").ExitCode, Is.Zero);
        // No file beyond a mebibyte: copying the program itself breaks off. (Where it is not native, its runtime's own double mapping would break off first.)
        var run = Run(home, "/bin/sh", "-c", "ulimit -f 2048; DOTNET_EnableWriteXorExecute=0 exec \"$0\" install", Program());
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("RB7024"));
        Assert.That(Run(home, Path.Combine(home.Path, ".local", "bin", "rigbuilder"), "about").ExitCode, Is.Zero);
        Assert.That(Directory.GetDirectories(Path.Combine(home.Path, ".local", "share", "rigbuilder-app", "versions")), Has.Length.EqualTo(1), "nothing half copied stays");
    }

    [Test]
    public void TwoAtOnce_AtLeastOneInstalls_AndTheProgramWorks()
    {
        using var home = new ScratchFolder();
        using var one = Start(home, Program(), "install");
        using var two = Start(home, Program(), "install");
        one.WaitForExit();
        two.WaitForExit();
        Assert.That(new[] { one.ExitCode, two.ExitCode }, Does.Contain(0).And.All.AnyOf(0, 2));
        Assert.That(Run(home, Path.Combine(home.Path, ".local", "bin", "rigbuilder"), "about").ExitCode, Is.Zero);
    }

    private static string Program()
    {
        if (ProgramUnderTest.Named is null || OperatingSystem.IsWindows()) Assert.Ignore("RIGBUILDER_PROGRAM names no published program");
        return ProgramUnderTest.Path;
    }

    private static CliRun Run(ScratchFolder home, string program, params string[] arguments)
    {
        using var process = Start(home, program, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliRun(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static Process Start(ScratchFolder home, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = home.Path };
        start.Environment.Clear();
        start.Environment["HOME"] = home.Path;
        start.Environment["PATH"] = "/nowhere";
        return Process.Start(start)!;
    }
}
