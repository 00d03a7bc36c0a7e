using RigBuilder.Prediction.Tensors;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Scenarios.Tests;

/// <summary>Models that no catalog knows: by their file, by their config.json, by their size.</summary>
public sealed class AnyModelTests
{
    private const string Config = """{"model_type":"llama","num_hidden_layers":40,"hidden_size":5120,"num_attention_heads":32,"num_key_value_heads":8,"head_dim":128,"intermediate_size":32768,"vocab_size":131072,"max_position_embeddings":131072,"tie_word_embeddings":false}""";

    [Test]
    public void Predict_OfAFile_IsThatOfTheSameModelByName()
    {
        using var folder = new ScratchFolder();
        Write(folder, "my.gguf", "llama-3.1-8b", "q8_0");
        var byFile = CliRun.In(folder.Path, "", "predict", "--gpu", "rtx-3090", "--gguf", "my.gguf", "--json").Json;
        var byName = CliRun.Of("predict", "--gpu", "rtx-3090", "--model", "llama-3.1-8b", "--quant", "q8_0", "--json").Json;
        Assert.Multiple(() =>
        {
            Assert.That((double)byFile["memory"]!["total_bytes"]!, Is.EqualTo((double)byName["memory"]!["total_bytes"]!).Within(1).Percent);
            Assert.That((double)byFile["decode"]!["tokens_per_second"]!, Is.EqualTo((double)byName["decode"]!["tokens_per_second"]!).Within(2).Percent);
            Assert.That(byFile["assumptions"]!.ToJsonString(), Does.Contain("my.gguf").And.Contain("bits per weight"));
        });
    }

    [Test]
    public void Predict_OfAConfig_TakesTheQuantAsked()
    {
        using var folder = new ScratchFolder();
        folder.Write("Some-24B/config.json", Config);
        var run = CliRun.In(folder.Path, "", "predict", "--gpu", "3090", "--config", "Some-24B/config.json", "--quant", "Q4_K_M");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("Some-24B").And.Contain("23.57 billion parameters"));
    }

    [Test]
    public void Predict_OfASize_TellsTheShapeAndWhatItIsWorth()
    {
        var run = CliRun.Of("predict", "--gpu", "3090", "--model", "24B", "--quant", "q4_k_m", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That((string?)run.Json["decode"]!["basis"], Is.EqualTo("guess"));
        Assert.That(run.Json["assumptions"]!.ToJsonString(), Does.Contain("nothing but the size is known").And.Contain("layers of width"));
    }

    [TestCase("0B")]
    [TestCase("-7B")]
    [TestCase("900T")]
    [TestCase("7B-A30B")]
    [TestCase("0x7B")]
    public void Predict_OfASizeThatCannotBe_IsRefused(string size)
    {
        var run = CliRun.In(Environment.CurrentDirectory, $$"""{"gpu":["3090"],"model":"{{size}}","quant":"q4_k_m"}""" + "\n", "predict", "--batch", "-");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That((string?)run.Json["error"], Does.Contain(size).And.Contain("24B"));
    }

    [Test]
    public void Batch_NamesModelsByFiles()
    {
        using var folder = new ScratchFolder();
        Write(folder, "my.gguf", "llama-3.1-8b", "q8_0");
        folder.Write("c.json", Config);
        var run = CliRun.In(folder.Path, """
            {"gpu":["3090"],"gguf":"my.gguf","context":"8k"}
            {"gpu":["3090"],"config":"c.json","quant":"Q4_K_M"}
            {"gpu":["3090"],"config":"c.json","model":"24B","quant":"Q4_K_M"}
            {"gpu":["3090"],"gguf":"nowhere.gguf"}
            """, "predict", "--batch", "-");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Does.Contain("\"decode\"").And.Not.Contain("\"error\""));
            Assert.That(lines[1], Does.Contain("\"decode\"").And.Not.Contain("\"error\""));
            Assert.That(lines[2], Does.Contain("write one of them"));
            Assert.That(lines[3], Does.Contain("there is no file"));
        });
    }

    [TestCase("{ gguf: my.gguf }")]
    [TestCase("gguf:my.gguf")]
    [TestCase("my.gguf")]
    public void Check_OfARigWithAFile_ReadsItBesideTheRig(string model)
    {
        using var folder = new ScratchFolder();
        Write(folder, "rigs/my.gguf", "llama-3.1-8b", "q8_0");
        folder.Write("rigs/a.rig.yaml", $"quest:\n  model: {model}\n  context: 8k\nparts:\n  gpu: rtx-3090\n");
        var run = CliRun.In(folder.Path, "", "check", "rigs/a.rig.yaml");
        Assert.That(run.ExitCode, Is.Not.EqualTo(2), run.ToString());
        Assert.That(run.Out, Does.Contain("tok/s").And.Contain("my.gguf"));
    }

    [Test]
    public void Check_OfARigWithAFileThatIsNotThere_SaysSo()
    {
        using var folder = new ScratchFolder();
        folder.Write("a.rig.yaml", "quest:\n  model: { gguf: gone.gguf }\nparts:\n  gpu: rtx-3090\n");
        Assert.That(CliRun.In(folder.Path, "", "check", "a.rig.yaml").Error, Does.Contain("a.rig.yaml:2:").And.Contain("there is no file"));
    }

    [Test]
    public void AddModel_WritesAnEntryThatIsFoundByItsName()
    {
        using var folder = new ScratchFolder();
        folder.Write("Some-New-24B/config.json", Config);
        var added = CliRun.In(folder.Path, "", "catalog", "add-model", "Some-New-24B/config.json");
        var again = CliRun.In(folder.Path, "", "catalog", "add-model", "Some-New-24B/config.json");
        var found = CliRun.In(folder.Path, "", "predict", "--gpu", "3090", "--model", "somebody/Some-New-24B-GGUF:Q4_K_M", "--json");
        Assert.Multiple(() =>
        {
            Assert.That(added.ExitCode, Is.Zero, added.ToString());
            Assert.That(again.ExitCode, Is.EqualTo(2));
            Assert.That(again.Error, Does.Contain("--replace"));
            Assert.That(found.ExitCode, Is.Zero, found.ToString());
            Assert.That(CliRun.In(folder.Path, "", "catalog", "check").Out, Does.Contain("0 errors, 0 warnings"));
        });
    }

    private static void Write(ScratchFolder folder, string name, string modelId, string quantId)
    {
        var (model, quant) = (ShippedWorld.Loaded.Catalog.Models.Find(modelId)!, ShippedWorld.Loaded.Catalog.Quants.Find(quantId)!);
        var head = GgufHeader.For(ModelMetadata.For(model, quant), TensorPlan.For(model, quant).Tensors);
        var path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        file.Write(head.Bytes.AsSpan());
        file.SetLength(head.FileSize.Count);
    }
}
