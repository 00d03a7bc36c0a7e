using System.Text.Json.Nodes;

namespace RigBuilder.Scenarios.Tests;

/// <summary>"models": which models a rig runs.</summary>
public sealed class ModelsCommandTests
{
    private static readonly string[] Parts = ["--gpu", "rtx 3090", "--cpu", "ryzen 9 7900", "--ram", "2x32 GB DDR5-6000"];

    [Test]
    public void Parts_AreRankedByTheFormulaThatIsPrinted()
    {
        var run = CliRun.In(Checkout.Root, "", ["models", .. Parts, "--use", "code", "-c", "16384", "--top", "5"]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain("code at 16,384 tokens").And.Contain("score = 100 x size x speed x quant").And.Contain("tok/s of 30").And.Contain("more; --top 0 shows all"));
    }

    [Test]
    public void Json_TellsTheForecastOfEach()
    {
        var run = CliRun.In(Checkout.Root, "", ["models", .. Parts, "--json", "--top", "3"]);
        var models = JsonNode.Parse(run.Out)!["models"]!.AsArray();
        Assert.That(models, Has.Count.EqualTo(3));
        foreach (var model in models)
        {
            Assert.That((double)model!["forecast"]!["decode"]!["tokens_per_second"]!, Is.Positive);
            Assert.That((double)model["score"]!, Is.InRange(0, 100));
        }
    }

    [Test]
    public void RigFile_IsRankedToo_AndAFurtherCardAddsToIt()
    {
        var rig = Path.Combine("examples", "qwen3-30b-modest.rig.yaml");
        Assert.That(CliRun.In(Checkout.Root, "", "models", rig, "--top", "3").ExitCode, Is.Zero);
        var gained = CliRun.In(Checkout.Root, "", "models", rig, "--add", "rtx 3090", "--top", "3");
        Assert.That(gained.Out, Does.StartWith("gained for"));
    }

    [TestCase("--gpu", "no such card", "no such card")]
    [TestCase("--add", "no such card", "no such card")]
    [TestCase("--use", "poetry", "poetry")]
    public void WhatIsNotKnown_IsToldWithExitCode2(string option, string value, string told)
    {
        var run = CliRun.In(Checkout.Root, "", "models", "--cpu", "ryzen 9 7900", option, value);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(told));
    }

    [Test]
    public void Price_ThatIsNotKnown_IsNeverAZero()
    {
        foreach (var gpu in (string[])["radeon-8060s", "rtx-3050-laptop", "gtx-970"])
            Assert.That(CliRun.In(Checkout.Root, "", "predict", "--gpu", gpu, "--model", "llama-3.2-1b", "--quant", "q4_0").Out, Does.Not.Contain("0.00 USD").And.Contain("not known"), gpu);
    }
}
