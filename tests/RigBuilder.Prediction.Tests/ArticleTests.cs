using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Prediction.Tests;

/// <summary>The figures of the article "Best Computer to Run LLaMA AI Model at Home" beside the predictions (docs/PREDICTION.md).</summary>
[TestFixture]
public sealed class ArticleTests
{
    private Catalog _catalog = Catalog.Empty;

    [OneTimeSetUp]
    public void Read() => _catalog = new CatalogFolders(new DiskFiles()).Load(Path.Combine(AppContext.BaseDirectory, "catalog")).Catalog;

    // Ryzen 7 3700X, 128 GB of RAM, 4 bits: milliseconds per token in the article.
    [TestCase("llama-7b", 117.42)]
    [TestCase("llama-13b", 216.43)]
    [TestCase("llama-30b", 533.17)]
    [TestCase("llama-65b", 1089.36)]
    public void TimePerToken_OnARyzen3700X_IsWithinATenthOfTheArticle(string model, double milliseconds)
    {
        var rig = new Rig { Cpu = _catalog.Cpus.Find("ryzen-7-3700x"), Memory = [TestRigs.Kit(MemoryType.Ddr4, 4, 32, 3200)] };
        var decode = Predict(rig, model, "q4_0").Decode!;
        Assert.That(1000 / decode.Value.Value, Is.EqualTo(milliseconds).Within(10).Percent);
        Assert.That(1000 / milliseconds, Is.InRange(decode.Low.Value, decode.High.Value));
    }

    // The article's ceilings for a file of 8 GB are bandwidth / size; Q4_1 of LLaMA 13B is the nearest file.
    [TestCase("ryzen-5-3600", MemoryType.Ddr4, 3600, 7)]
    [TestCase("ryzen-5-5600x", MemoryType.Ddr4, 3200, 6.3)]
    [TestCase("core-i9-13900k", MemoryType.Ddr5, 5600, 11.2)]
    [TestCase("core-i5-10400f", MemoryType.Ddr4, 2666, 5.1)]
    [TestCase("core-i9-10900x", MemoryType.Ddr4, 3600, 14.4)]
    public void Generation_OfAnEightGigabyteFile_StaysUnderTheArticlesCeiling(string cpu, MemoryType type, double speed, double ceiling)
    {
        var processor = _catalog.Cpus.Find(cpu)!;
        var rig = new Rig { Cpu = processor, Memory = [TestRigs.Kit(type, processor.MemoryChannels, 16, speed)] };
        var forecast = Predict(rig, "llama-13b", "q4_1");
        var eight = forecast.Decode!.Value.Value * forecast.Memory!.Weights.Gigabytes / 8;
        // The article rounds the bandwidth down by up to 3 %; arithmetic and launches cost the rest.
        Assert.That(eight, Is.LessThan(ceiling * 1.03).And.GreaterThan(ceiling * 0.5));
        Assert.That(forecast.Decode.Limit, Does.Contain("memory bandwidth"));
    }

    // "One RTX 3090 runs 30B in 4 bits at about 4 to 10 tokens per second": early-2023 software; today's is several times faster.
    [Test]
    public void ThirtyB_OnA3090_IsSeveralTimesFasterThanTheArticleSays()
    {
        var decode = Predict(new Rig { Gpus = [TestRigs.Rtx3090] }, "llama-30b", "q4_0").Decode!;
        Assert.That(decode.Value.Value, Is.InRange(25, 50));
    }

    // LLaMA-Factory's published table of hardware requirements (full in mixed precision, LoRA in 16 bits, QLoRA in 4), in GB.
    [TestCase(WorkloadKind.Qlora, "llama-2-7b", 6)]
    [TestCase(WorkloadKind.Qlora, "llama-2-13b", 12)]
    [TestCase(WorkloadKind.Qlora, "llama-30b", 24)]
    [TestCase(WorkloadKind.Lora, "llama-2-7b", 16)]
    [TestCase(WorkloadKind.Lora, "llama-2-13b", 32)]
    [TestCase(WorkloadKind.Lora, "llama-30b", 64)]
    [TestCase(WorkloadKind.FullFineTune, "llama-2-7b", 120)]
    [TestCase(WorkloadKind.FullFineTune, "llama-2-13b", 240)]
    [TestCase(WorkloadKind.FullFineTune, "llama-30b", 600)]
    public void FineTuning_IsWithinAFifthOfAPublishedTable(WorkloadKind kind, string model, double gigabytes)
    {
        var quest = new Quest { Model = _catalog.Models.Find(model), Quant = _catalog.Quants.Find("q4_0"), Context = 512, Kind = kind };
        var memory = TestRigs.Forecaster.Predict(Rig.Empty, quest).Memory!;
        Assert.That(memory.Total.Gigabytes, Is.EqualTo(gigabytes).Within(20).Percent);
    }

    private Forecast Predict(Rig rig, string model, string quant) => TestRigs.Forecaster.Predict(
        rig, new Quest { Model = _catalog.Models.Find(model), Quant = _catalog.Quants.Find(quant), Context = 512 });
}
