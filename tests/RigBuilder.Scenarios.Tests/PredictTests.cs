using System.Text.Json.Nodes;

namespace RigBuilder.Scenarios.Tests;

public sealed class PredictTests
{
    [Test]
    public void Predict_Json_HasEveryDocumentedKey()
    {
        var json = CliRun.Of("predict", "--gpu", "rtx-4090", "--model", "llama-2-7b", "--quant", "Q4_0", "--context", "512", "--json").Json;
        Assert.Multiple(() =>
        {
            foreach (var key in (string[])["weights_bytes", "kv_bytes", "compute_bytes", "overhead_bytes"])
                Assert.That((long?)json["memory"]![key], Is.GreaterThan(0), key);
            Assert.That((bool?)json["memory"]!["per_device"]![0]!["is_gpu"], Is.True);
            Assert.That((string?)json["placement"]!["launch"], Does.Contain("-ngl"));
            foreach (var key in (string[])["tokens_per_second", "low", "high"])
                Assert.That((double?)json["decode"]![key], Is.GreaterThan(0), key);
            Assert.That((string?)json["decode"]!["basis"], Is.EqualTo("fitted"));
            Assert.That(json["decode"]!["terms"]!.AsArray(), Is.Not.Empty);
            Assert.That((double?)json["prompt"]!["tokens_per_second"], Is.GreaterThan(0));
            Assert.That((double?)json["power"]!["watts"], Is.GreaterThan(0));
        });
    }

    [Test]
    public void Predict_WithSsd_GivesLoadSeconds()
    {
        var slow = CliRun.Of("predict", "--gpu", "rtx-4090", "--cpu", "ryzen-9-5900x", "--ssd", "samsung-870-evo-1tb", "--model", "llama-2-7b", "--quant", "Q8_0", "--json").Json;
        Assert.That((double?)slow["load"]!["seconds"], Is.InRange(7.16e9 / 560e6 * 0.9, 30));
    }

    [Test]
    public void Predict_ArticlesCpuExample_StaysUnderItsBandwidthCeiling()
    {
        var json = CliRun.Of("predict", "--cpu", "Intel Core i9-10900X", "--ram", "g.skill-ripjaws-v-ddr4-4x16-3600", "--model", "LLaMA 7B", "--quant", "F16", "--context", "512", "--json").Json;
        Assert.That((double?)json["decode"]!["tokens_per_second"], Is.LessThanOrEqualTo(8.8).And.GreaterThan(4));
        Assert.That((string?)json["decode"]!["limit"], Does.Contain("memory bandwidth"));
    }

    [Test]
    public void Predict_UnknownNames_ReportsAllOfThemAtOnce()
    {
        var run = CliRun.Of("predict", "--gpu", "rtx-4099", "--model", "lama-2-7b", "--quant", "Q4_Z");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("'rtx-4090'").And.Contain("the catalog has no model 'lama-2-7b'; did you mean 'llama-2-7b'").And.Contain("the catalog has no quant 'Q4_Z'"));
    }

    [Test]
    public void PredictBatch_MixedLines_AnswersEachInItsLine()
    {
        var run = CliRun.In(Environment.CurrentDirectory, """
            {"gpu":["NVIDIA GeForce RTX 4090"],"backend":"CUDA","model":"llama-2-7b","quant":"Q4_0","context":512,"tag":"a"}
            {"gpu":["NVIDIA GeForce RTX 4099"],"model":"llama-2-7b","quant":"Q4_0"}
            not json
            {"gpu":"rtx-4090","modell":"x"}
            """, "predict", "--batch", "-");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToArray();
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(lines, Has.Length.EqualTo(4), run.ToString());
        Assert.Multiple(() =>
        {
            Assert.That((double?)lines[0]["decode"]!["tokens_per_second"], Is.GreaterThan(50));
            Assert.That((string?)lines[0]["tag"], Is.EqualTo("a"));
            Assert.That((string?)lines[1]["error"], Does.Contain("did you mean 'rtx-4090'"));
            Assert.That((string?)lines[2]["error"], Does.Contain("not JSON"));
            Assert.That((string?)lines[3]["error"], Does.Contain("did you mean 'model'?"));
        });
    }

    [TestCase("""{"tag":"\ud800"}""")]
    [TestCase("""{"gpu":["\ud800"]}""")]
    [TestCase("""{"\ud800":1}""")]
    [TestCase("""{"model":"llama-2-7b","model":"llama-2-13b"}""")]
    public void PredictBatch_LineThatNobodyCanRead_IsOneErrorAndTheNextIsAnswered(string line)
    {
        var run = CliRun.In(Environment.CurrentDirectory, line + "\n" + """{"gpu":"rtx-4090","model":"llama-2-7b","quant":"Q4_0"}""", "predict", "--batch", "-");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToArray();
        Assert.That(lines, Has.Length.EqualTo(2), run.ToString());
        Assert.Multiple(() =>
        {
            Assert.That((string?)lines[0]["error"], Is.Not.Null.And.Not.Empty);
            Assert.That(lines[1]["decode"], Is.Not.Null);
            Assert.That(run.ExitCode, Is.EqualTo(2));
        });
    }

    [Test]
    public void PredictBatch_ProcessorInTheDeviceColumnOfACpuRow_IsTheProcessor()
    {
        var run = CliRun.In(Environment.CurrentDirectory, """
            {"gpu":["AMD Ryzen 9 7950X"],"backend":"CPU","model":"llama-2-7b","quant":"Q4_0","context":512}
            {"cpu":"AMD Ryzen 9 7950X","model":"llama-2-7b","quant":"Q4_0","context":512}
            {"gpu":["AMD Ryzen 9 7950X"],"backend":"CUDA","model":"llama-2-7b","quant":"Q4_0","context":512}
            """, "predict", "--batch", "-");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That((double?)lines[0]["decode"]!["tokens_per_second"], Is.EqualTo((double?)lines[1]["decode"]!["tokens_per_second"]).And.GreaterThan(1));
            Assert.That((string?)lines[2]["error"], Does.Contain("'AMD Ryzen 9 7950X' is a processor, not a graphics card"));
        });
    }
}
