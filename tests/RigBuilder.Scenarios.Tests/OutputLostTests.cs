using System.Diagnostics;

namespace RigBuilder.Scenarios.Tests;

/// <summary>Ordinary misfortune around the program: one line says what is wrong, never a stack trace.</summary>
[Platform("Linux")]
public sealed class OutputLostTests
{
    [TestCase("about > /dev/full")]
    [TestCase("check examples/llama-65b-two-rtx-3090.rig.yaml > /dev/full")]
    [TestCase("check examples/llama-65b-two-rtx-3090.rig.yaml --json >&-")]
    [TestCase("catalog list gpu > /dev/full")]
    [TestCase("--help > /dev/full")]
    public void Command_OutputTakesNothing_SaysSoInOneLineWithItsOwnExitCode(string command)
    {
        var (exit, error) = Shell($"exec \"$0\" {command}");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(3), error);
            Assert.That(error, Does.StartWith("error RB7011: ").And.Match(@"\A[^\n]+\n\z"));
        });
    }

    [Test]
    public void Command_ErrorStreamTakesNothingEither_EndsWithTheExitCode() =>
        Assert.That(Shell("exec \"$0\" about > /dev/full 2>&1").Exit, Is.EqualTo(3));

    [Test]
    public void Command_ReaderGoesAway_EndsQuietly() =>
        Assert.That(Shell("\"$0\" catalog list gpu | head -n 1 > /dev/null").Error, Is.Empty);

    [Test]
    public void Command_WorkingFolderWasDeleted_SaysSo()
    {
        var (exit, error) = Shell("d=$(mktemp -d) && cd \"$d\" && rmdir \"$d\" && exec \"$0\" about");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(2), error);
            Assert.That(error, Does.StartWith("error RB7012: ").And.Match(@"\A[^\n]+\n\z"));
        });
    }

    private static (int Exit, string Error) Shell(string script)
    {
        var start = new ProcessStartInfo("sh", ["-c", script, ProgramUnderTest.Path]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Checkout.Root };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
