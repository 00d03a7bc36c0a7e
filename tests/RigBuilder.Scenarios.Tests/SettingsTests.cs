using System.Text.Json.Nodes;

namespace RigBuilder.Scenarios.Tests;

/// <summary>llama.cpp's settings in predict, its batch lines and rig files, good and bad.</summary>
public sealed class SettingsTests
{
    private static readonly string[] Base = ["predict", "--gpu", "rtx-3090", "--cpu", "ryzen-9-7900", "--ram", "2x32 GB DDR5-5600", "--model", "gpt-oss-120b", "--quant", "mxfp4"];

    [Test]
    public void Predict_WithLlamaCppsFlags_AnswersAsItsBatchLineDoes()
    {
        var options = CliRun.Of([.. Base, "-c", "8192", "-ngl", "99", "-ncmoe", "28", "-sm", "layer", "-ctk", "q8_0", "-ctv", "q8_0", "-ub", "512", "-t", "12", "-pl", "280 W", "--json"]).Json;
        var line = Batch("""
            {"gpu":["RTX 3090"],"cpu":"Ryzen 9 7900","sockets":1,"ram":{"type":"ddr5","mts":5600,"channels":2,"gib":64},"backend":"CUDA","model":"gpt-oss-120b","quant":"mxfp4","context":8192,"ngl":99,"ncmoe":28,"split_mode":"layer","ctk":"q8_0","ctv":"q8_0","ub":512,"threads":12,"power_limit_w":280}
            """.Replace("RTX 3090", "rtx-3090", StringComparison.Ordinal).Replace("Ryzen 9 7900", "ryzen-9-7900", StringComparison.Ordinal))[0];
        Assert.Multiple(() =>
        {
            Assert.That((string?)options["placement"]!["launch"], Does.Contain("-ngl 37 -c 8192").And.Contain("-ncmoe 28").And.Contain("-t 12"));
            Assert.That((string?)line["placement"]!["launch"], Is.EqualTo((string?)options["placement"]!["launch"]));
            Assert.That((double?)line["decode"]!["tokens_per_second"], Is.EqualTo((double?)options["decode"]!["tokens_per_second"]));
            Assert.That((double?)line["memory"]!["total_bytes"], Is.EqualTo((double?)options["memory"]!["total_bytes"]));
            Assert.That((double?)line["power"]!["rated_watts"], Is.EqualTo((double?)options["power"]!["rated_watts"]));
        });
    }

    [Test]
    public void PredictBatch_TheIssuesExample_IsAnswered()
    {
        var line = Batch("""
            {"gpu":["rtx-3090"],"cpu":"ryzen-9-7900","sockets":1,"ram":{"type":"ddr5","mts":5600,"channels":2,"gib":64},"backend":"CUDA","model":"qwen3.6-35b-a3b","quant":"Q4_K_M","context":8192,"ngl":99,"ncmoe":28,"split_mode":"layer","ctk":"q8_0","ctv":"q8_0","ub":512,"threads":12,"power_limit_w":280,"spec":"mtp n-max 3"}
            {"gpu":["rtx-3090","rtx-4070"],"model":"llama-2-7b","quant":"Q4_0","ts":[2,1],"mg":0,"b":1024,"np":2,"ot":"blk.0.ffn_up=CUDA1","vram_in_use_gib":[1,0.5],"vram_limit_gib":10,"depth":2048}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(line.Select(l => (string?)l["error"]), Is.All.Null);
            Assert.That((string?)line[0]["placement"]!["launch"], Does.Contain("--spec-type draft-mtp --spec-draft-n-max 3"));
            Assert.That((string?)line[1]["placement"]!["launch"], Does.Contain("-b 1024 -np 2 -ts 2,1 -ot \"blk.0.ffn_up=CUDA1\""));
            Assert.That((double?)line[1]["decode_at_depth"]!["tokens_per_second"], Is.LessThan((double)line[1]["decode"]!["tokens_per_second"]!));
            Assert.That((double?)line[1]["memory"]!["vram_usable_bytes"], Is.EqualTo(20.0 * (1 << 30)));
        });
    }

    [Test]
    public void Predict_WithoutAnyDevice_AnswersTheMemory()
    {
        var run = CliRun.Of("predict", "--model", "llama-2-7b", "--quant", "Q4_0", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.Multiple(() =>
        {
            // 2·32 layers·32 heads·128·4,096 cells·2 B = 2 GiB of cache; llama.cpp's log says 3,647.87 MiB of weights.
            Assert.That((double?)run.Json["memory"]!["kv_bytes"], Is.EqualTo(2147483648));
            Assert.That((double?)run.Json["memory"]!["weights_bytes"] / 1048576, Is.EqualTo(3647.87).Within(0.1).Percent);
            Assert.That(run.Json["decode"], Is.Null);
            Assert.That((string?)run.Json["placement"]!["shortfall"], Does.Contain("nothing is equipped"));
        });
    }

    [TestCase("ncmoe: Llama 2 7B is a dense model", "--model", "llama-2-7b", "--quant", "Q4_0", "-ncmoe", "4")]
    [TestCase("ctv: values of type q4_0 need flash attention", "--model", "llama-2-7b", "--quant", "Q4_0", "-ctv", "q4_0", "-fa", "off")]
    [TestCase("takes no less than 100 W", "--model", "llama-2-7b", "--quant", "Q4_0", "-pl", "50 W")]
    [TestCase("context is 2147483647; it must be at most 100,000,000", "--model", "llama-2-7b", "--quant", "Q4_0", "-c", "2147483647")]
    [TestCase("3 shares for one card", "--model", "llama-2-7b", "--quant", "Q4_0", "-ts", "1,1,1")]
    [TestCase("draft model: the catalog has no model 'nobody'", "--model", "llama-2-7b", "--quant", "Q4_0", "--spec", "draft nobody")]
    [TestCase("no smaller than", "--model", "llama-2-7b", "--quant", "Q4_0", "--spec", "draft llama-2-13b")]
    [TestCase("kv sets both types", "--model", "llama-2-7b", "--quant", "Q4_0", "--kv", "q8_0", "-ctk", "f16")]
    [TestCase("cmoe keeps all experts", "--model", "qwen3-30b-a3b", "--quant", "Q4_K_M", "-cmoe", "-ncmoe", "3")]
    public void Predict_WithSettingsThatCannotBe_SaysWhyAndEndsWith2(string expected, params string[] options)
    {
        var run = CliRun.Of(["predict", "--gpu", "rtx-3090", .. options]);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain(expected));
        Assert.That(run.Out, Is.Empty);
    }

    [Test]
    public void Predict_WithSeveralMistakes_TellsThemAllAtOnce()
    {
        var run = CliRun.Of("predict", "--gpu", "rtx-3090", "--model", "llama-2-7b", "--quant", "Q4_0", "-ngl", "many", "-ub", "0", "-ctk", "q9_0");
        Assert.That(run.Error.Split('\n').Count(l => l.Contains("RB7002", StringComparison.Ordinal)), Is.EqualTo(3), run.Error);
    }

    [Test]
    public void Predict_BeyondTheTrainedContext_WarnsAndAnswers()
    {
        var run = CliRun.Of("predict", "--gpu", "rtx-3090", "--model", "llama-2-7b", "--quant", "Q4_0", "-c", "8192");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.Contain("was trained for 4096 tokens"));
    }

    [Test]
    public void PredictBatch_WithBadLines_BoundsAndTellsThem()
    {
        var cards = string.Join(',', Enumerable.Repeat("\"rtx-3090\"", 100_000));
        var lines = Batch("""
            {"gpu":[CARDS],"model":"llama-2-7b","quant":"Q4_0"}
            {"gpu":"rtx-3090","model":"llama-2-7b","quant":"Q4_0","ub":512,"ubatch":256}
            {"gpu":"rtx-3090","model":"llama-2-7b","quant":"Q4_0","ngl":{"a":1}}
            {"gpu":"rtx-3090","model":"llama-2-7b","quant":"Q4_0","ram":{"type":"ddr9","gib":64}}
            {"gpu":"rtx-3090","model":"llama-2-7b","quant":"Q4_0","sockets":0}
            {"gpu":"rtx-3090","model":"llama-2-7b","quant":"Q4_0","context":2147483647}
            {"gpu":"rtx-3090","model":"llama-2-7b","quant":"Q4_0","ngl":null}
            """.Replace("CARDS", cards, StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That((string?)lines[0]["error"], Does.StartWith("100000 graphics cards").And.Length.LessThan(200));
            Assert.That((string?)lines[1]["error"], Does.Contain("'ub' and 'ubatch' both give ub"));
            Assert.That((string?)lines[2]["error"], Does.Contain("'ngl' must be"));
            Assert.That((string?)lines[3]["error"], Does.Contain("one of ddr3, ddr4, ddr5, lpddr4, lpddr5").And.Contain("needs mts"));
            Assert.That((string?)lines[4]["error"], Does.Contain("'sockets' must be"));
            Assert.That((string?)lines[5]["error"], Does.Contain("at most 100,000,000"));
            Assert.That(lines[6]["error"], Is.Null);
        });
    }

    [Test]
    public void Check_OfARigWithSettings_UsesThem()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(Path.Combine(folder.Path, "r.rig.yaml"), """
            format: 2
            quest: { model: qwen3-30b-a3b, quant: q4_k_m }
            settings: { ngl: 99, ncmoe: 20, threads: 8 }
            parts:
              gpu: { id: rtx-3090, count: 2, power_limit: 250 W, price: 800 USD, condition: used }
              cpu: { id: ryzen-9-7900, owned: true }
              memory: "2x32 GB DDR5-5600"
            in_use: { vram: 1 GiB }
            """);
        var run = CliRun.In(folder.Path, "", "check", "r.rig.yaml", "--json");
        var forecast = JsonNode.Parse(run.Out)!["forecast"]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)forecast["placement"]!["launch"], Does.Contain("-ncmoe 20").And.Contain("-t 8"));
            Assert.That((double)forecast["price"]!["total_usd"]! - (double)forecast["price"]!["estimated_usd"]!, Is.EqualTo(1600), "two cards; the RAM is estimated, the processor is there");
        });
    }

    [Test]
    public void Check_OfARigWhoseSettingsContradict_EndsWith2()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(Path.Combine(folder.Path, "r.rig.yaml"), "format: 2\nquest: { model: llama-2-7b, quant: q4_0 }\nsettings: { ncmoe: 4 }\nparts: { gpu: rtx-3090 }\n");
        var run = CliRun.In(folder.Path, "", "check", "r.rig.yaml");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("RB4008").And.Contain("dense model without experts"));
    }

    private static JsonNode[] Batch(string lines) => [.. CliRun.In(Environment.CurrentDirectory, lines, "predict", "--batch", "-").Out
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
}
