namespace RigBuilder.Scenarios.Tests.Launcher;

/// <summary>./rig chooses a stack, remembers it, and always ends with a working program.</summary>
public sealed class LauncherTests
{
    [TestCase(FakeFeed.Serves, "upstream")]
    [TestCase(FakeFeed.Lacks, "portable")]
    public void FirstRun_FeedAnswers_SaysSoOnceBuildsAndRemembers(object feed, string stack)
    {
        using var bench = new LauncherBench((FakeFeed)feed);
        var first = bench.Run("check", "a b.yaml");
        Assert.Multiple(() =>
        {
            Assert.That(first.ExitCode, Is.Zero, first.ToString());
            Assert.That(first.Out, Is.EqualTo($"{stack}\n<check>\n<a b.yaml>\n"));
            Assert.That(first.Said.Count(l => l.Contains("feed", StringComparison.Ordinal)), Is.EqualTo(1), first.ToString());
            Assert.That(bench.Remembered, Is.EqualTo(stack));
        });
        var second = bench.Run();
        Assert.Multiple(() =>
        {
            Assert.That(second.Out, Is.EqualTo($"{stack}\n"));
            Assert.That(second.Calls, Is.Empty, "neither asked nor built again");
            Assert.That(second.Error, Is.Empty);
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Build_WithoutTheLibrary_SaysWhatDoesNotWorkAndWhatToDo(bool fetched)
    {
        using var bench = new LauncherBench(FakeFeed.Lacks);
        if (fetched) bench.Fetch();
        var run = bench.Run("build");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Said.Any(l => l.Contains("everything but 'validate' works; put npm", StringComparison.Ordinal)), Is.Not.EqualTo(fetched), run.ToString());
    }

    [Test]
    public void Run_AfterAnEdit_BuildsAgainWithoutAsking()
    {
        using var bench = new LauncherBench(FakeFeed.Lacks);
        bench.Run();
        bench.Edit();
        var run = bench.Run();
        Assert.That(run.Calls.Select(c => c.Split(' ')[0]), Is.EqualTo(new[] { "build" }), run.ToString());
    }

    [Test]
    public void Feed_ThatDoesNotAnswer_IsAskedAgainOnlyAtTheNextBuild()
    {
        using var bench = new LauncherBench(FakeFeed.Silent);
        var first = bench.Run();
        var second = bench.Run();
        bench.Answer(FakeFeed.Serves);
        bench.Edit();
        var third = bench.Run();
        Assert.Multiple(() =>
        {
            Assert.That(first.Out, Is.EqualTo("portable\n"), first.ToString());
            Assert.That(second.Calls, Is.Empty, second.ToString());
            Assert.That(second.Error, Is.Empty);
            Assert.That(third.Out, Is.EqualTo("upstream\n"), third.ToString());
            Assert.That(bench.Remembered, Is.EqualTo("upstream"));
        });
    }

    [Test]
    public void Upstream_ThatDoesNotBuild_SaysWhyOnceAndPortableIsUsedForGood()
    {
        using var bench = new LauncherBench(FakeFeed.Serves);
        bench.Break("upstream");
        var first = bench.Run("about");
        var second = bench.Run("about");
        Assert.Multiple(() =>
        {
            Assert.That(first.ExitCode, Is.Zero, first.ToString());
            Assert.That(first.Out, Is.EqualTo("portable\n<about>\n"));
            Assert.That(first.Error, Does.Contain("error CS1002").And.Contain("the upstream stack does not build here"));
            Assert.That(bench.Remembered, Is.EqualTo("portable"));
            Assert.That(second.Out, Is.EqualTo("portable\n<about>\n"));
            Assert.That(second.Error, Is.Empty);
        });
    }

    [Test]
    public void Tests_WhenUpstreamDoesNotBuild_RunPortable()
    {
        using var bench = new LauncherBench(FakeFeed.Serves);
        bench.Break("upstream");
        var run = bench.Run("test", "--filter", "X");
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(run.Calls[^1], Does.StartWith("test ").And.Contain("-p:Upstream=false").And.Contain("--no-build").And.EndWith("--filter X"));
            Assert.That(run.Out, Does.EndWith("7 passed, 0 failed, 1 skipped\n"));
        });
    }

    [Test]
    public void Tests_OnThePortableStack_AreOneCallOfDotnet()
    {
        using var bench = new LauncherBench(FakeFeed.Lacks);
        var run = bench.Run("test");
        Assert.That(run.Calls.Select(c => c.Split(' ')[0]), Is.EqualTo(new[] { "restore", "test" }), run.ToString());
    }

    [Test]
    public void NothingThatBuilds_ExitsTwoAndNamesTheLog()
    {
        using var bench = new LauncherBench(FakeFeed.Serves);
        bench.Break("upstream", "portable");
        var run = bench.Run();
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Said.Last(), Does.Contain("artifacts/build.log"));
    }

    [TestCase("--stack", "upstream")]
    [TestCase("--stack=upstream")]
    public void Stack_Forced_IsNeitherAskedForNorRemembered(params string[] option)
    {
        using var bench = new LauncherBench(FakeFeed.Lacks);
        bench.Remember("portable");
        var run = bench.Run([.. option, "about"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.Out, Is.EqualTo("upstream\n<about>\n"), run.ToString());
            Assert.That(run.Calls.Select(c => c.Split(' ')[0]), Is.EqualTo(new[] { "build" }));
            Assert.That(bench.Remembered, Is.EqualTo("portable"));
        });
    }

    [Test]
    public void Stack_ForcedUpstreamThatDoesNotBuild_Fails()
    {
        using var bench = new LauncherBench(FakeFeed.Serves);
        bench.Break("upstream");
        Assert.That(bench.Run("--stack", "upstream", "about").ExitCode, Is.EqualTo(2));
        Assert.That(bench.Run("--stack", "portable", "about").Out, Is.EqualTo("portable\n<about>\n"));
    }

    [TestCase("--stack")]
    [TestCase("--stack", "other")]
    [TestCase("--stack=")]
    public void Stack_MissingOrUnknown_ExitsTwoAndSaysWhatToWrite(params string[] arguments)
    {
        using var bench = new LauncherBench(FakeFeed.Serves);
        var run = bench.Run(arguments);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Said.Single(), Does.Contain("upstream").And.Contain("portable"));
    }

    [Test]
    public void Memory_Deleted_TheFeedIsAskedAnew()
    {
        using var bench = new LauncherBench(FakeFeed.Lacks);
        bench.Run();
        bench.Answer(FakeFeed.Serves);
        bench.Forget();
        Assert.That(bench.Run().Out, Is.EqualTo("upstream\n"));
    }

    [Test]
    public void Memory_ThatMakesNoSense_IsAskedForAnew()
    {
        using var bench = new LauncherBench(FakeFeed.Lacks);
        bench.Remember("rubbish");
        Assert.That(bench.Run().Out, Is.EqualTo("portable\n"));
        Assert.That(bench.Remembered, Is.EqualTo("portable"));
    }
}
