namespace RigBuilder.Scenarios.Tests;

public sealed class CatalogCommandTests
{
    [Test]
    public void CatalogCheck_ShippedCatalog_IsClean()
    {
        var run = CliRun.Of("catalog", "check");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("0 errors, 0 warnings"));
    }

    [Test]
    public void CatalogCheck_BrokenOverlay_ReportsPlaceAndKeepsTheRest()
    {
        using var folder = new ScratchFolder();
        folder.Write("config/catalog/gpus/mine.yaml", "gpus:\n  - id: my-card\n    name: My card\n    vendor: nvidia\n    architecture: ampere\n    vram: 24 Gib\n    bandwidth: 936 Gb/s\n");
        var run = CliRun.In(folder.Path, "", "catalog", "check");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("mine.yaml:6:11: error RB2").And.Contain("mine.yaml:7:16: error RB2").And.Contain("did you mean 'GiB'?"));
        Assert.That(CliRun.In(folder.Path, "", "catalog", "show", "rtx-3090").ExitCode, Is.Zero);
    }

    [Test]
    public void CatalogCheck_MissingFolder_SaysSo_Exits2()
    {
        using var folder = new ScratchFolder();
        var run = CliRun.In(folder.Path, "", "--data", "nowhere", "catalog", "check");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("nowhere").And.Contain("catalog folder is not there"));
    }

    [TestCase("gpus", "rtx-3090")]
    [TestCase("ram", "ddr4")]
    [TestCase("model", "llama-65b")]
    public void CatalogList_Kind_ListsItsEntries(string kind, string expected) =>
        Assert.That(CliRun.Of("catalog", "list", kind).Out, Does.Contain(expected));

    [Test]
    public void CatalogShow_Entry_ShowsItsSource() =>
        Assert.That(CliRun.Of("catalog", "show", "NVIDIA GeForce RTX 3090").Out, Does.Contain("vram: 24 GiB").And.Contain(".yaml:"));

    [Test]
    public void CatalogShow_Misspelt_SuggestsTheNearest()
    {
        var run = CliRun.Of("catalog", "show", "rtx-309");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("did you mean 'rtx-3090'"));
    }
}
