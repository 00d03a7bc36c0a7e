namespace RigBuilder.Scenarios.Tests;

public sealed class RulesCommandTests
{
    [Test]
    public void RulesTest_ShippedRules_AllHold()
    {
        var run = CliRun.Of("rules", "test");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Match("[0-9]+ rules, [0-9]+ tests: [0-9]+ hold, 0 do not"));
    }

    [Test]
    public void RulesCheck_ShippedRules_NothingDoubtful()
    {
        var run = CliRun.Of("rules", "check");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("0 errors, 0 warnings"));
    }

    [Test]
    public void RulesCheck_TypeError_PointsAtTheOperand_Exits2()
    {
        using var folder = new ScratchFolder();
        folder.Write("config/rules/power/nonsense.yaml", """
            id: nonsense
            title: Nonsense
            severity: warning
            when: psu.watts > 24 GiB
            message: "{psu.name} is odd."
            why: To see the caret.
            source: { seed: 4 }
            tests: []
            """);
        var run = CliRun.In(folder.Path, "", "rules", "check");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("nonsense.yaml:4:").And.Contain("^^^^^^"));
    }

    [Test]
    public void RulesExplain_OnTheExample_ShowsValues()
    {
        var run = CliRun.Of("rules", "explain", "vram-holds-model", "--rig", Path.Combine(Checkout.Root, "examples", "llama-65b-two-rtx-3090.rig.yaml"));
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("vram-holds-model").And.Contain("GiB"));
    }

    [Test]
    public void RulesExplain_UnknownRule_SuggestsTheNearest_Exits2()
    {
        var run = CliRun.Of("rules", "explain", "vram-hold-model", "--rig", Path.Combine(Checkout.Root, "examples", "llama-65b-two-rtx-3090.rig.yaml"));
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("did you mean 'vram-holds-model'?"));
    }
}
