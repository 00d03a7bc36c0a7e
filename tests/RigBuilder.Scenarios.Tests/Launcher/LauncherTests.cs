namespace RigBuilder.Scenarios.Tests.Launcher;

/// <summary>./rig asks for extras once, builds what is stale, and runs what it is told.</summary>
public sealed class LauncherTests
{
    [Test]
    public void FirstRun_AsksOnceAndBuilds_TheSecondOnlyRuns()
    {
        using var bench = new LauncherBench();
        var first = bench.Run("check", "a b.yaml", "x,y");
        var second = bench.Run();
        Assert.Multiple(() =>
        {
            Assert.That(first.Out, Is.EqualTo("ran\n<check>\n<a b.yaml>\n<x,y>\n"), first.ToString());
            Assert.That(Verbs(first), Is.EqualTo(new[] { "msbuild", "build" }));
            Assert.That(second.Out, Is.EqualTo("ran\n"));
            Assert.That(second.Calls, Is.Empty, "neither asked nor built again");
            Assert.That(second.Error, Is.Empty);
        });
    }

    [Test]
    public void AnEdit_BuildsAgainWithoutAsking()
    {
        using var bench = new LauncherBench();
        bench.Run();
        bench.Edit();
        Assert.That(Verbs(bench.Run()), Is.EqualTo(new[] { "build" }));
    }

    [Test]
    public void Feed_ThatDoesNotAnswer_IsAskedAgainOnlyAtTheNextBuild()
    {
        using var bench = new LauncherBench();
        bench.Silence(true);
        var first = bench.Run();
        var second = bench.Run();
        bench.Silence(false);
        bench.Edit();
        var third = bench.Run();
        Assert.Multiple(() =>
        {
            Assert.That(first.Out, Is.EqualTo("ran\n"), first.ToString());
            Assert.That(second.Calls, Is.Empty);
            Assert.That(Verbs(third), Is.EqualTo(new[] { "msbuild", "build" }));
        });
    }

    [Test]
    public void Extras_AreAskedForAgainWithWhatIsGiven()
    {
        using var bench = new LauncherBench();
        bench.Run();
        var run = bench.Run("extras", "-p:Vulkan=true");
        Assert.That(Verbs(run), Is.EqualTo(new[] { "msbuild", "build" }), run.ToString());
        Assert.That(run.Calls[0], Does.EndWith("-p:Vulkan=true"));
    }

    [Test]
    public void Tests_AreOneCallOfDotnet_AndAreCounted()
    {
        using var bench = new LauncherBench();
        var run = bench.Run("test", "--filter", "X");
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(Verbs(run), Is.EqualTo(new[] { "msbuild", "test" }));
            Assert.That(run.Calls[^1], Does.EndWith("--filter X"));
            Assert.That(run.Out, Does.EndWith("7 passed, 0 failed, 1 skipped\n"));
        });
    }

    [Test]
    public void NothingThatBuilds_ExitsTwoAndNamesTheErrorAndTheLog()
    {
        using var bench = new LauncherBench();
        bench.Break();
        var run = bench.Run();
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("error CS1002").And.Contain("artifacts/build.log"));
    }

    private static IEnumerable<string> Verbs(LauncherRun run) => run.Calls.Select(c => c.Split(' ')[0]);
}
