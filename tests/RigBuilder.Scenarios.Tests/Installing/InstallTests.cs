namespace RigBuilder.Scenarios.Tests.Installing;

/// <summary>Installing and removing never leaves half a program, and never touches what is not ours.</summary>
public sealed class InstallTests
{
    [Test]
    public void Install_ThenUninstall_LeavesTheHomeAsItWas()
    {
        using var bench = new InstallBench();
        bench.Write("bin/other", "theirs");
        bench.Write("data/my.rig.yaml", "rig: mine");
        var before = bench.Everything;
        var installed = bench.Run("install");
        Assert.That(installed.ExitCode, Is.Zero, installed.ToString());
        Assert.That(bench.Says(), Is.EqualTo("one"));
        Assert.That(File.Exists(Path.Combine(bench.Versions.Single(), "rules", "a", "one.yaml")), "its data lie beside it");
        var removed = bench.Run("uninstall");
        Assert.That(removed.ExitCode, Is.Zero, removed.ToString());
        Assert.That(bench.Everything, Is.EqualTo(before));
    }

    [Test]
    public void Install_OverOlderOnes_KeepsTheOneBeforeForWhoStillRunsIt()
    {
        using var bench = new InstallBench();
        foreach (var says in (string[])["one", "two", "three"])
        {
            bench.Publish(says);
            var run = bench.Run("install");
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(bench.Says(), Is.EqualTo(says));
        }

        Assert.That(bench.Versions, Has.Length.EqualTo(2));
    }

    [Test]
    public void Leftovers_OfAnInstallationThatWasKilled_GoWithTheNext_AndWithUninstall()
    {
        using var bench = new InstallBench();
        bench.Run("install");
        foreach (var verb in (string[])["install", "uninstall"])
        {
            bench.Write("app/versions/0.1.0-halfway/catalog/quants.yaml", "quan");
            bench.Write(Path.GetRelativePath(Path.GetDirectoryName(bench.Root)!, bench.Command) + ".rigbuilder-new", "half");
            bench.Publish("two");
            var run = bench.Run(verb);
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(bench.Versions, Has.None.EndsWith("halfway"));
            Assert.That(bench.Everything, Has.None.EndsWith("-new"));
            if (verb == "install") Assert.That(bench.Says(), Is.EqualTo("two"));
        }
    }

    [Test]
    public void Command_OfSomebodyElse_IsNeitherReplacedNorRemoved()
    {
        using var bench = new InstallBench();
        var theirs = bench.Write(Path.Combine("bin", Path.GetFileName(bench.Command)), "theirs");
        var run = bench.Run("install");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("RB7022").And.Contain(theirs).And.Contain("--bin"));
        Assert.That(bench.Run("uninstall").ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(theirs), Is.EqualTo("theirs"));
    }

    [Test]
    public void TwoAtOnce_TheSecondIsRefusedAndChangesNothing()
    {
        using var bench = new InstallBench();
        bench.Run("install");
        bench.Publish("two");
        var before = bench.Everything;
        using (new FileStream(Path.Combine(bench.Root, ".lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
            foreach (var verb in (string[])["install", "uninstall"])
            {
                var run = bench.Run(verb);
                Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
                Assert.That(run.Error, Does.Contain("RB7023").And.Contain("wait"));
            }
        }

        Assert.That(bench.Everything, Is.EqualTo(before));
        Assert.That(bench.Says(), Is.EqualTo("one"));
    }

    [Test]
    public void Target_ThatTakesNothing_IsRefused_AndTheOlderOneStillWorks()
    {
        using var bench = new InstallBench();
        bench.Run("install");
        bench.Publish("two");
        // Whoever is root may write everywhere, but nobody below a file.
        Directory.Move(Path.Combine(bench.Root, "versions"), Path.Combine(bench.Root, "kept"));
        var blocked = bench.Write("app/versions", "a file");
        var run = bench.Run("install");
        File.Delete(blocked);
        Directory.Move(Path.Combine(bench.Root, "kept"), Path.Combine(bench.Root, "versions"));
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("RB7024").And.Contain("cannot be installed"));
        Assert.That(bench.Says(), Is.EqualTo("one"));
    }

    [Test]
    public void Folder_ThatIsNoProgram_IsRefused_NamingWhatItLacks()
    {
        using var bench = new InstallBench();
        File.Delete(Path.Combine(bench.Published, "catalog", "quants.yaml"));
        var run = bench.Run("install");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("RB7021").And.Contain("quants.yaml"));
        Assert.That(bench.Everything, Is.Empty);
    }

    [Test]
    public void Files_ThatSomebodyPutIn_StayAndAreNamed()
    {
        using var bench = new InstallBench();
        bench.Run("install");
        var mine = Path.Combine(bench.Versions.Single(), "rules", "mine.yaml");
        File.WriteAllText(mine, "id: mine");
        var run = bench.Run("uninstall");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain(mine));
        Assert.That(File.Exists(mine));
    }

    [Test]
    public void Uninstall_WhereNothingIs_SaysSo()
    {
        using var bench = new InstallBench();
        var run = bench.Run("uninstall");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("nothing is installed"));
    }
}
