using System.Text.Json.Nodes;

namespace RigBuilder.Scenarios.Tests;

/// <summary>Names as people write them, through every command that takes one.</summary>
public sealed class NamesTests
{
    [Test]
    public void Predict_OfWhatStandsInAPost_IsAnswered()
    {
        var run = CliRun.Of("predict", "--gpu", "2x 3090", "--model", "unsloth/Qwen3-30B-A3B-Instruct-2507-GGUF:UD-Q4_K_XL", "-c", "128k", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Json["memory"]!["per_device"]!.AsArray().Count(d => (bool)d!["is_gpu"]!), Is.EqualTo(2));
        Assert.That((string?)run.Json["placement"]!["launch"], Does.Contain("-c 131072"));
    }

    [Test]
    public void Predict_OfAnOllamaTag_TakesItsDefaultQuantAndSaysSo()
    {
        var run = CliRun.Of("predict", "--gpu", "RTX 3060", "--model", "llama3.2:1b", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Json["assumptions"]!.ToJsonString(), Does.Contain("Q8_0").And.Contain("the card of 12 GiB is meant"));
    }

    [Test]
    public void Predict_OfACardSoldTwice_AnswersWhereBothAgree()
    {
        var run = CliRun.Of("predict", "--gpu", "RTX 5060 Ti", "--model", "llama-3.1-8b", "--quant", "Q4_K_M", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Json["assumptions"]!.ToJsonString(), Does.Contain("rtx-5060-ti-16gb").And.Contain("rtx-5060-ti-8gb").And.Contain("agree within the range"));
    }

    [Test]
    public void Predict_OfACardSoldTwice_ListsBothWhereTheyDiffer()
    {
        var run = CliRun.Of("predict", "--gpu", "RTX 5060 Ti", "--model", "qwen3-14b", "--quant", "Q6_K");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("rtx-5060-ti-16gb gives").And.Contain("rtx-5060-ti-8gb gives"));
    }

    [Test]
    public void Predict_OfACardSoldTwice_TakesTheOneThatTheModelFits()
    {
        var run = CliRun.Of("predict", "--gpu", "RTX 5060 Ti", "--model", "qwen3-14b", "--quant", "Q6_K", "--runs-on", "gpu");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("rtx-5060-ti-16gb is meant"));
    }

    [TestCase("llama", "may be one of")]
    [TestCase("🦙🦙🦙", "🦙🦙🦙")]
    [TestCase("通义千问", "the catalog has no model '通义千问'")]
    [TestCase("Qwen3-235B-A22B-AWQ", "is a format of vLLM")]
    [TestCase("deepseek-v3.1:671b-cloud", "Ollama's servers")]
    [TestCase("mmproj-model-f16.gguf", "go along with a model")]
    [TestCase("qwen3-8b:Q4_K_M", "leave one of them out")]
    public void Predict_OfANameThatCannotBe_SaysWhy(string model, string expected)
    {
        var query = new JsonObject { ["gpu"] = new JsonArray("3090"), ["model"] = model, ["quant"] = "Q8_0" };
        var run = CliRun.In(Environment.CurrentDirectory, query.ToJsonString() + "\n", "predict", "--batch", "-");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That((string?)run.Json["error"], Does.Contain(expected));
    }

    [Test]
    public void Predict_OfAnEndlessName_IsRefusedAtOnce()
    {
        var name = string.Concat(Enumerable.Repeat("x/", 200_000));
        var query = new JsonObject { ["gpu"] = new JsonArray(name), ["cpu"] = name, ["model"] = name, ["quant"] = name };
        var run = CliRun.In(Environment.CurrentDirectory, query.ToJsonString() + "\n", "predict", "--batch", "-");
        Assert.That(run.Json["errors"]!.AsArray().Count(e => ((string)e!).Contains("has 400000 characters")), Is.EqualTo(4), run.ToString());
    }

    [Test]
    public void CatalogFind_TellsWhatATextIsTakenForAndWhy()
    {
        var run = CliRun.Of("catalog", "find", "bartowski/Qwen_Qwen3-14B-GGUF:Q4_K_M");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.Contain("qwen3-14b q4_k_m").And.Contain("owner bartowski").And.Contain("quantisation Q4_K_M"));
        Assert.That(CliRun.Of("catalog", "find", "AMD Radeon RX 7900 XTX (RADV NAVI31)", "--json").Json[0]!["id"]!.ToString(), Is.EqualTo("rx-7900-xtx"));
        Assert.That(CliRun.Of("catalog", "find", "GGUF of something").ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Check_OfARigInPeoplesWords_IsJudged()
    {
        using var folder = new ScratchFolder();
        folder.Write("a.rig.yaml", "quest:\n  model: llama3.3:70b\n  context: 16k\nparts:\n  gpu: 2x RTX 3090\n  cpu: 7950X\n");
        var run = CliRun.In(folder.Path, "", "check", "a.rig.yaml", "--json");
        Assert.That(run.ExitCode, Is.Not.EqualTo(2), run.ToString());
        Assert.That(run.Json["diagnostics"]!.AsArray(), Is.Empty);
        Assert.That(run.Out, Does.Contain("Q4_K_M"));
    }
}
