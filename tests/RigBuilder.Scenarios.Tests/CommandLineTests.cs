namespace RigBuilder.Scenarios.Tests;

public sealed class CommandLineTests
{
    [TestCase("chekc", "check")]
    [TestCase("predcit", "predict")]
    public void UnknownCommand_SuggestsTheNearest_Exits2(string typed, string meant)
    {
        var run = CliRun.Of(typed);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("RB7001").And.Contain($"did you mean '{meant}'?"));
    }

    [Test]
    public void Rig_InPlaceOfACommand_IsToldHowToOpen_Exits2()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("my.rig.yaml", "rig: mine");
        var run = CliRun.Of(path);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain($"'rigbuilder open {path}' opens a rig file"));
    }

    [Test]
    public void Help_ListsTheCommands()
    {
        var run = CliRun.Of("--help");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("predict").And.Contain("catalog").And.Contain("check"));
    }

    [Test]
    public void NoCommand_WithoutATerminal_SaysSo_Exits2()
    {
        var run = CliRun.Of();
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("terminal"));
    }
}
