using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Tests;

/// <summary>Whole forecasts of rigs that the public guides and tables speak of.</summary>
public sealed class ForecasterTests
{
    private static readonly Rig Article = new()
    {
        Cpu = TestRigs.I9_10900X,
        Memory = [TestRigs.Kit(MemoryType.Ddr4, 4, 16, 3600)],
    };

    [Test]
    public void Decode_OfThirteenGigabytesOnFourChannels_StaysUnderTheArticlesCeiling()
    {
        var forecast = TestRigs.Forecaster.Predict(Article, TestRigs.Quest(TestModels.Llama1_7B, "f16"));
        Assert.That(forecast.SystemMemory!.Bandwidth.Gigabytes, Is.EqualTo(115.2).Within(0.01));
        Assert.That(forecast.Placement!.Mode, Is.EqualTo(PlacementMode.CpuOnly));
        Assert.That(forecast.Decode!.Value.Value, Is.LessThanOrEqualTo(8.8).And.GreaterThan(4));
        Assert.That(forecast.Decode.High.Value, Is.LessThanOrEqualTo(8.8 * 1.1));
        Assert.That(forecast.Decode.Limit, Does.Contain("memory bandwidth"));
    }

    [TestCase(100_000_000, 100_000)]
    [TestCase(int.MaxValue, int.MaxValue)]
    public void Forecast_OfMoreTokensThanBytesCanBeCounted_IsMadeForFewer(int context, int users)
    {
        var forecast = TestRigs.Forecaster.Predict(Article, TestRigs.Quest(TestModels.Llama1_65B, "q4_0", context) with { Users = users });
        Assert.That(forecast.Memory!.Kv.GiB, Is.GreaterThan(1e6));
    }

    [TestCase(MemoryType.Ddr4, 3600, 3200, 57.6, 7.2)]
    [TestCase(MemoryType.Ddr4, 3200, 3200, 51.2, 6.4)]
    [TestCase(MemoryType.Ddr5, 5600, 5600, 89.6, 11.2)]
    [TestCase(MemoryType.Ddr4, 2666, 2666, 42.7, 5.3)]
    public void Bandwidth_OfTwoChannels_IsTheArticlesTableWithItsRoundingCorrected(MemoryType type, double speed, double official, double bandwidth, double ceiling)
    {
        var rig = new Rig { Cpu = TestRigs.Cpu("cpu", 8, 2, type, official), Memory = [TestRigs.Kit(type, 2, 16, speed)] };
        var forecast = TestRigs.Forecaster.Predict(rig, new Quest());
        Assert.That(forecast.SystemMemory!.Bandwidth.Gigabytes, Is.EqualTo(bandwidth).Within(0.1));
        Assert.That(forecast.SystemMemory.Bandwidth.Gigabytes / 8, Is.EqualTo(ceiling).Within(0.1));
    }

    [Test]
    public void Placement_Of65BOnTwo3090s_IsSplitByLayers()
    {
        var rig = new Rig { Gpus = [TestRigs.Rtx3090, TestRigs.Rtx3090] };
        var forecast = TestRigs.Forecaster.Predict(rig, TestRigs.Quest(TestModels.Llama1_65B, "q4_0", 2048));
        Assert.That(forecast.Placement!.Mode, Is.EqualTo(PlacementMode.MultiGpu));
        Assert.That(forecast.Placement.TensorSplit.Sum(), Is.EqualTo(81));
        Assert.That(forecast.Placement.Launch, Does.StartWith("llama-server -m llama-65b-Q4_0.gguf -ngl 81 -c 2048 -fa on -ctk f16 -ctv f16 -ub 512 -ts "));
        foreach (var device in forecast.Memory!.PerDevice.Where(d => d.IsGpu)) Assert.That(device.Total, Is.LessThanOrEqualTo(device.Usable));
    }

    [Test]
    public void Placement_Of30BOnAnEightGigabyteCard_IsPartialWithRamAndFailsWithout()
    {
        var quest = TestRigs.Quest(TestModels.Llama1_30B, "q4_0", 1024);
        var rig = Article with { Gpus = [TestRigs.Rtx3060_8GB] };
        var partial = TestRigs.Forecaster.Predict(rig, quest);
        Assert.That(partial.Placement!.Mode, Is.EqualTo(PlacementMode.Partial));
        Assert.That(partial.Placement.GpuLayers, Is.InRange(15, 30));
        var gpuOnly = TestRigs.Forecaster.Predict(rig, quest with { RunsOn = RunsOn.Gpu });
        Assert.That(gpuOnly.Placement!.Mode, Is.EqualTo(PlacementMode.DoesNotFit));
        Assert.That(gpuOnly.Placement.Shortfall, Does.Contain("VRAM"));
        Assert.That(gpuOnly.Decode, Is.Null);
    }

    [Test]
    public void Placement_OfExpertsTooLargeForTheCard_KeepsExpertsInRam()
    {
        var rig = Article with { Gpus = [TestRigs.Rtx4070] };
        var forecast = TestRigs.Forecaster.Predict(rig, TestRigs.Quest(TestModels.Qwen3_30B_A3B, "q4_k_m", 8192));
        Assert.That(forecast.Placement!.Mode, Is.EqualTo(PlacementMode.Partial));
        Assert.That(forecast.Placement.GpuLayers, Is.EqualTo(49));
        Assert.That(forecast.Placement.CpuExpertLayers, Is.InRange(10, 35));
        Assert.That(forecast.Placement.Launch, Does.Contain("-ncmoe"));
    }

    [Test]
    public void Forecast_OfAnEmptyRig_SaysWhatIsMissing()
    {
        var forecast = TestRigs.Forecaster.Predict(Rig.Empty, TestRigs.Quest(TestModels.Llama2_7B, "q4_0"));
        Assert.That(forecast.Placement!.Mode, Is.EqualTo(PlacementMode.DoesNotFit));
        Assert.That(forecast.Placement.Shortfall, Does.Contain("nothing is equipped"));
        Assert.That(forecast.Memory!.Total.GiB, Is.InRange(3.5, 6));
        Assert.That(TestRigs.Forecaster.Predict(Rig.Empty, new Quest()).Memory, Is.Null);
    }

    [Test]
    public void Decode_OfA4070With7B_IsSane()
    {
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx4070], Ssds = [TestRigs.Nvme] }, TestRigs.Quest(TestModels.Llama2_7B, "q4_0"));
        Assert.That(forecast.Decode!.Value.Value, Is.InRange(80, 140));
        Assert.That(forecast.Prompt!.Value.Value, Is.InRange(1500, 8000));
        Assert.That(forecast.Load!.Value.Seconds, Is.InRange(0.5, 10));
        var sum = forecast.Decode.Terms.Sum(t => t.Value.Value);
        Assert.That(1 / sum, Is.EqualTo(forecast.Decode.Value.Value).Within(0.01).Percent);
    }
}
