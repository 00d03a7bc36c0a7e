using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Tests.Placing;

/// <summary>Placements, launch lines, and what bad input gives.</summary>
public sealed class PlacementTests
{
    private static readonly Rig Host = new() { Cpu = TestRigs.I9_10900X, Memory = [TestRigs.Kit(MemoryType.Ddr4, 4, 32, 3200)] };

    [Test]
    public void Launch_NamesCacheTypesUsersAndFlashAttention()
    {
        var quest = TestRigs.Quest(TestModels.Llama31_8B, "q4_k_m", 4096) with { KeyType = KvType.Q8_0, ValueType = KvType.Q4_0, Users = 3, MicroBatch = 256 };
        var launch = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090] }, quest).Placement!.Launch;
        Assert.That(launch, Is.EqualTo("llama-server -m llama-3.1-8b-Q4_K_M.gguf -ngl 33 -c 12288 -fa on -ctk q8_0 -ctv q4_0 -ub 256 -np 3"));
    }

    [Test]
    public void Launch_WithoutFlashAttention_KeepsValuesIn16BitsAndSaysSo()
    {
        var quest = TestRigs.Quest(TestModels.Llama31_8B, "q4_k_m") with { KeyType = KvType.Q8_0, ValueType = KvType.Q8_0, FlashAttention = false };
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090] }, quest);
        Assert.That(forecast.Placement!.Launch, Does.Contain("-fa off -ctk q8_0 -ctv f16"));
        Assert.That(forecast.Assumptions, Has.Some.Contains("needs flash attention"));
    }

    [Test]
    public void MixedCards_GetLayersByTheirFreeMemory()
    {
        var rig = new Rig { Gpus = [TestRigs.Rtx3090, TestRigs.Rtx4070] };
        var placement = TestRigs.Forecaster.Predict(rig, TestRigs.Quest(TestModels.Llama1_30B, "q6_k", 512)).Placement!;
        Assert.That(placement.Mode, Is.EqualTo(PlacementMode.MultiGpu));
        Assert.That(placement.TensorSplit[0] / (double)placement.TensorSplit[1], Is.InRange(1.7, 2.8));
    }

    [Test]
    public void ASlowSecondCard_IsLeftOutWhereTheFirstHoldsEverything()
    {
        var slow = TestRigs.Rtx3060_8GB with { Bandwidth = BytesPerSecond.FromGigabytes(120), Id = "slow" };
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [slow, TestRigs.Rtx3090] }, TestRigs.Quest(TestModels.Llama1_13B, "q4_0"));
        Assert.That(forecast.Placement!.Mode, Is.EqualTo(PlacementMode.SingleGpu));
        Assert.That(forecast.Placement.Launch, Does.EndWith("-sm none -mg 1"));
        Assert.That(forecast.Placement.TensorSplit, Is.Empty);
        Assert.That(forecast.Memory!.PerDevice[0].Total, Is.EqualTo(Bytes.Zero));
    }

    [Test]
    public void PartialOffload_AddsTimesInsteadOfAFlatFactor()
    {
        // 7B on a card that holds all but a few layers: those few dominate the time.
        var small = TestRigs.Rtx3090 with { Vram = Bytes.FromGiB(4.1), Id = "small" };
        var quest = TestRigs.Quest(TestModels.Llama2_7B, "q4_0");
        var whole = TestRigs.Forecaster.Predict(Host with { Gpus = [TestRigs.Rtx3090] }, quest).Decode!.Value.Value;
        var part = TestRigs.Forecaster.Predict(Host with { Gpus = [small] }, quest);
        Assert.That(part.Placement!.Mode, Is.EqualTo(PlacementMode.Partial));
        Assert.That(part.Placement.GpuLayers, Is.InRange(20, 32));
        Assert.That(whole / part.Decode!.Value.Value, Is.GreaterThan(1.5));
    }

    [Test]
    public void CpuOnly_UsesNoGpu()
    {
        var forecast = TestRigs.Forecaster.Predict(Host with { Gpus = [TestRigs.Rtx3090] }, TestRigs.Quest(TestModels.Llama2_7B, "q4_0") with { RunsOn = RunsOn.Cpu });
        Assert.That(forecast.Placement!.Mode, Is.EqualTo(PlacementMode.CpuOnly));
        Assert.That(forecast.Placement.Launch, Does.Contain("-ngl 0"));
        Assert.That(forecast.Memory!.PerDevice.Where(d => d.IsGpu).All(d => d.Total == Bytes.Zero));
    }

    [Test]
    public void AModelLargerThanEverything_SaysWhatWouldBeNeeded()
    {
        var forecast = TestRigs.Forecaster.Predict(Host with { Gpus = [TestRigs.Rtx3090] }, TestRigs.Quest(TestModels.DeepSeekV3, "q4_k_m", 4096));
        Assert.That(forecast.Placement!.Mode, Is.EqualTo(PlacementMode.DoesNotFit));
        Assert.That(forecast.Placement.Shortfall, Does.Contain("VRAM").And.Contain("system memory"));
        Assert.That(forecast.Power.PerMillionTokens, Is.Null);
    }

    [Test]
    public void ACardWithoutFigures_IsAGuessWithAWideRange()
    {
        var bare = TestRigs.Gpu("bare", "Bare card", "acme", "unheard-of", 8, 300, null, null, null, []);
        var decode = TestRigs.Forecaster.Predict(new Rig { Gpus = [bare] }, TestRigs.Quest(TestModels.Llama2_7B, "q4_0")).Decode!;
        Assert.That(decode.Basis, Is.EqualTo(Basis.Guess));
        Assert.That(decode.High.Value / decode.Low.Value, Is.GreaterThan(2));
        var none = bare with { Bandwidth = BytesPerSecond.Zero, Vram = Bytes.FromGiB(24) };
        Assert.That(TestRigs.Forecaster.Predict(new Rig { Gpus = [none] }, TestRigs.Quest(TestModels.Llama2_7B, "q4_0")).Decode!.Basis, Is.EqualTo(Basis.Guess));
    }

    [Test]
    public void AFamiliarCardWithoutItsFp32Rate_IsAGuessAndNoFaster()
    {
        var quest = TestRigs.Quest(TestModels.Llama2_7B, "q4_0");
        var known = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090] }, quest).Decode!;
        var bare = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090 with { Fp32 = null }] }, quest).Decode!;
        Assert.That((known.Basis, bare.Basis), Is.EqualTo((Basis.Fitted, Basis.Guess)));
        Assert.That(bare.Value.Value, Is.LessThan(known.Value.Value));
        Assert.That(bare.High.Value / bare.Low.Value, Is.GreaterThan(2));
    }

    [Test]
    public void AContextBeyondTheModels_IsPredictedAndNoted()
    {
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090] }, TestRigs.Quest(TestModels.Llama1_7B, "q4_0", 8192));
        Assert.That(forecast.Assumptions, Has.Some.Contains("trained for 2048"));
        Assert.That(forecast.Decode, Is.Not.Null);
    }

    [TestCase(0, 0, 0)]
    [TestCase(-5, -1, -1)]
    [TestCase(int.MaxValue, int.MaxValue, int.MaxValue)]
    public void AbsurdNumbers_DoNotThrow(int context, int users, int batch)
    {
        var quest = TestRigs.Quest(TestModels.Llama2_7B, "q4_0") with { Context = context, Users = users, MicroBatch = batch };
        Assert.That(TestRigs.Forecaster.Predict(Host with { Gpus = [TestRigs.Rtx3090] }, quest).Memory, Is.Not.Null);
    }

    [Test]
    public void AnUnknownBackend_IsAGuess()
    {
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090] }, TestRigs.Quest(TestModels.Llama2_7B, "q4_0") with { Backend = "abacus" });
        Assert.That(forecast.Decode!.Basis, Is.EqualTo(Basis.Guess));
        Assert.That(forecast.Assumptions, Has.Some.Contains("abacus"));
    }

    [Test]
    public void CardsOfTwoMakers_ShareVulkan()
    {
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090, TestRigs.Rx7900Xtx] }, TestRigs.Quest(TestModels.Llama1_65B, "q4_0", 1024));
        Assert.That(forecast.Placement!.Backend, Is.EqualTo("vulkan"));
    }

    [Test]
    public void Users_TogetherAreFasterThanOneAndSlowerThanSeparateCards()
    {
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090] }, TestRigs.Quest(TestModels.Llama31_8B, "q4_k_m", 2048) with { Users = 4 });
        Assert.That(forecast.DecodeAllUsers!.Value.Value, Is.GreaterThan(1.5 * forecast.Decode!.Value.Value).And.LessThan(4 * forecast.Decode.Value.Value));
    }
}
