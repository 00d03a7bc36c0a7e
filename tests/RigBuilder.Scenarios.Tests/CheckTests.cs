namespace RigBuilder.Scenarios.Tests;

public sealed class CheckTests
{
    private static readonly string Example = Path.Combine(Checkout.Root, "examples", "llama-65b-two-rtx-3090.rig.yaml");

    private static IEnumerable<TestCaseData> Examples() =>
        Directory.GetFiles(Path.Combine(Checkout.Root, "examples"), "*.rig.yaml").Select(f => new TestCaseData(f).SetArgDisplayNames(Path.GetFileName(f)));

    [TestCaseSource(nameof(Examples))]
    public void Check_ShippedExample_Fits_Exits0(string path)
    {
        var run = CliRun.Of("check", path);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("fits: no errors"));
    }

    [Test]
    public void Check_SupplyExchangedFor650W_NamesRuleNumbersAndCure_Exits1()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("weak.rig.yaml", File.ReadAllText(Example).Replace("corsair-hx1500i-2022", "be-quiet-pure-power-12-m-650w", StringComparison.Ordinal));
        var json = CliRun.In(folder.Path, "", "check", path, "--json");
        Assert.That(json.ExitCode, Is.EqualTo(1), json.ToString());
        var error = json.Json["findings"]!.AsArray().First(f => (string?)f!["severity"] == "error" && (string?)f["slot"] == "psu")!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)error["rule"], Is.Not.Empty);
            Assert.That((string?)error["message"], Does.Contain("650 W"));
            Assert.That((string?)error["cure"], Does.Match("[0-9,]+ W"));
        });
    }

    [Test]
    public void Check_UnknownPart_IsKeptAndFlagged_Exits2()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("odd.rig.yaml", File.ReadAllText(Example).Replace("ryzen-9-5900x", "ryzen-9-5900y", StringComparison.Ordinal));
        var run = CliRun.In(folder.Path, "", "check", path, "--json");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That((string?)run.Json["missing"]![0]!["id"], Is.EqualTo("ryzen-9-5900y"));
        Assert.That((string?)run.Json["missing"]![0]!["suggestion"], Is.EqualTo("ryzen-9-5900x"));
    }

    [TestCase("", "RB1003")]
    [TestCase("rig: [unclosed", "RB1002")]
    [TestCase("rig: x\nparts: { gpuu: rtx-3090 }\n", "RB4101")]
    public void Check_BadFile_ReportsItsPlace_Exits2(string text, string code)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("bad.rig.yaml", text);
        var run = CliRun.In(folder.Path, "", "check", path);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain(code).And.Contain("bad.rig.yaml"));
    }

    [Test]
    public void Check_MissingFile_SaysSo_Exits2()
    {
        var run = CliRun.Of("check", "no-such.rig.yaml");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("no-such.rig.yaml").And.Contain("RB1012"));
    }
}
