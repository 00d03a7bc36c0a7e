namespace RigBuilder.Scenarios.Tests;

public sealed class ScanTests
{
    [Test]
    public void Scan_ThisMachine_NamesEveryValuesSource_AndSavesARig()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "mine.rig.yaml");
        var run = CliRun.In(folder.Path, "", "scan", "--save", path);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("CPU").And.Contain("["));
        Assert.That(CliRun.In(folder.Path, "", "check", path).Error, Does.Not.Contain("error RB4"));
    }
}
