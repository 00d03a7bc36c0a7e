using FsCheck;
using FsCheck.Fluent;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Tests;

/// <summary>What must hold for every rig and quest, tried on random ones.</summary>
public sealed class ForecastProperties
{
    private static readonly string[] Quants = ["iq2_xxs", "q2_k", "q3_k_m", "q4_0", "q4_k_m", "q5_k_m", "q6_k", "q8_0", "f16"];

    private static readonly Gen<Gpu> Cards =
        from vram in Gen.Elements(4.0, 6, 8, 10, 12, 16, 24, 32, 48, 80)
        from bandwidth in Gen.Choose(80, 4000)
        from rate in Gen.Choose(1, 120)
        from architecture in Gen.Elements("ampere", "ada-lovelace", "pascal", "turing", "rdna-3", "xe2", "future-9")
        from missing in Gen.Choose(0, 9)
        select TestRigs.Gpu(
            $"card-{vram}-{bandwidth}", $"Card {vram} {bandwidth}", "nvidia", architecture, vram, bandwidth,
            missing == 0 ? null : rate * 4.0, missing == 1 ? null : rate, missing == 2 ? null : 200, missing == 3 ? [] : ["cuda", "vulkan"]);

    private static readonly Gen<Quest> Quests =
        from model in Gen.Elements(TestModels.All.ToArray())
        from quant in Gen.Elements(Quants)
        from context in Gen.Elements(1, 200, 512, 2048, 8192, 40000)
        from flash in Gen.Elements(true, false)
        from key in Gen.Elements(KvType.F16, KvType.Q8_0, KvType.Q4_0)
        from users in Gen.Elements(1, 1, 1, 4)
        from runs in Gen.Elements(RunsOn.Auto, RunsOn.Auto, RunsOn.Gpu, RunsOn.Cpu)
        select TestRigs.Quest(model, quant, context) with { FlashAttention = flash, KeyType = key, ValueType = key, Users = users, RunsOn = runs };

    private static readonly Gen<Rig> Rigs =
        from cards in Gen.Resize(Gen.ArrayOf(Cards), 3)
        from cpu in Gen.Elements<Cpu?>(null, TestRigs.I9_10900X, TestRigs.Cpu("cpu", 8, 2, MemoryType.Ddr5, 5600))
        from kits in Gen.Elements(0, 1, 2)
        from size in Gen.Elements(8, 16, 32, 64)
        from drive in Gen.Elements<Ssd?>(null, TestRigs.Nvme)
        select new Rig
        {
            Gpus = [.. cards],
            Cpu = cpu,
            Memory = [.. Enumerable.Repeat(TestRigs.Kit(MemoryType.Ddr4, 2, size, 3200), kits)],
            Ssds = drive is null ? [] : [drive],
        };

    [Test]
    public void EveryForecast_HasRangesAroundThePointAndTermsThatAddUp() => Check(Rigs, Quests, (rig, quest) =>
    {
        var forecast = TestRigs.Forecaster.Predict(rig, quest);
        foreach (var speed in new[] { forecast.Decode, forecast.DecodeAtFullContext, forecast.DecodeAllUsers, forecast.Prompt })
        {
            if (speed is null) continue;
            Assert.That(speed.Value.Value, Is.GreaterThan(0));
            Assert.That(speed.Low.Value, Is.LessThanOrEqualTo(speed.Value.Value));
            Assert.That(speed.High.Value, Is.GreaterThanOrEqualTo(speed.Value.Value));
        }

        if (forecast.Decode is { } decode)
        {
            Assert.That(decode.Terms.Sum(t => t.Value.Value) * decode.Value.Value, Is.EqualTo(1).Within(1e-6));
            Assert.That(decode.Limit, Is.Not.Null);
        }

        foreach (var time in new[] { forecast.FirstToken, forecast.Load })
            if (time is not null) Assert.That(time.Terms.Sum(t => t.Value.Value), Is.EqualTo(time.Value.Seconds).Within(0.001).Percent);
        return true;
    });

    [Test]
    public void EveryPlacement_FitsItsDevicesAndHoldsTheWholeModel() => Check(Rigs, Quests, (rig, quest) =>
    {
        var forecast = TestRigs.Forecaster.Predict(rig, quest);
        var (memory, placement) = (forecast.Memory!, forecast.Placement!);
        Assert.That(memory.Low, Is.LessThanOrEqualTo(memory.Total));
        Assert.That(memory.High, Is.GreaterThanOrEqualTo(memory.Total));
        Assert.That(placement.Shortfall is null, Is.EqualTo(placement.Mode != PlacementMode.DoesNotFit));
        if (placement.Mode == PlacementMode.DoesNotFit) return true;
        foreach (var device in memory.PerDevice)
            if (device.IsGpu) Assert.That(device.Total, Is.LessThanOrEqualTo(device.Usable), device.Device);
        // Tied embeddings are held twice: for look-up in system memory and as output matrix on the GPU.
        var tied = quest.Model!.Shape.TiedEmbeddings ? 1.35 : 1.0;
        var placed = memory.PerDevice.Sum(d => (double)d.Weights.Count);
        Assert.That(placed, Is.InRange(memory.Weights.Count * 0.999, memory.Weights.Count * tied * 1.001));
        Assert.That(memory.PerDevice.Sum(d => (double)d.Kv.Count), Is.EqualTo(memory.Kv.Count).Within(16));
        Assert.That(placement.LargestContext, Is.GreaterThanOrEqualTo(quest.Context));
        return true;
    });

    [Test]
    public void MoreBandwidth_IsNeverSlower() => Check(Cards, Quests, (card, quest) =>
    {
        var faster = card with { Bandwidth = card.Bandwidth * 1.3 };
        return Speed(faster, quest) is not { } fast || Speed(card, quest) is not { } slow || fast >= slow * 0.999999;
    });

    [Test]
    public void MoreContext_NeverTakesLessMemory() => Check(Rigs, Quests, (rig, quest) =>
    {
        var (small, large) = (Memory(rig, quest), Memory(rig, quest with { Context = quest.Context * 2 }));
        return large.Kv >= small.Kv && large.VramNeeded >= small.VramNeeded;
    });

    // A longer cache can push layers to a CPU that computes faster than a feeble card, so only like placements compare.
    [Test]
    public void MoreContext_NeverSpeedsUpAFullContextOfTheSamePlacement() => Check(Cards, Quests, (card, quest) =>
    {
        var rig = new Rig { Gpus = [card] };
        var (near, far) = (TestRigs.Forecaster.Predict(rig, quest), TestRigs.Forecaster.Predict(rig, quest with { Context = quest.Context * 2 }));
        if (far.DecodeAtFullContext is not { } slow || near.DecodeAtFullContext is not { } fast) return true;
        var alike = (near.Placement!.Mode, near.Placement.GpuLayers, near.Placement.CpuExpertLayers)
            == (far.Placement!.Mode, far.Placement.GpuLayers, far.Placement.CpuExpertLayers);
        return !alike || slow.Value.Value <= fast.Value.Value * 1.000001;
    });

    [Test]
    public void ABiggerQuant_NeverFitsWhereASmallerDoesNot() => Check(Rigs, Quests, (rig, quest) =>
    {
        var fits = false;
        foreach (var quant in Quants.Reverse())
        {
            var now = TestRigs.Forecaster.Predict(rig, quest with { Quant = TestModels.Quant(quant) }).Placement!.Mode != PlacementMode.DoesNotFit;
            if (fits && !now) return false;
            fits |= now;
        }

        return true;
    });

    [Test]
    public void TwoEqualCards_NeverHalveGenerationAndLoseAHandOverAtMost() => Check(Cards, Quests, (card, quest) =>
    {
        if (TestRigs.Forecaster.Predict(new Rig { Gpus = [card] }, quest) is not { Decode: { } one, Placement.Mode: PlacementMode.SingleGpu }) return true;
        var two = TestRigs.Forecaster.Predict(new Rig { Gpus = [card, card] }, quest).Decode!;
        var lost = (1 / two.Value.Value) - (1 / one.Value.Value);
        return two.Value.Value >= one.Value.Value / 2 && lost >= -1e-12 && lost <= TestRigs.Calibration.Decode.PerHop.Seconds * 1.000001;
    });

    [Test]
    public void MoreBandwidthOfOneKind_NeverSlowsAMixedRig() => Check(Rigs, Quests, (rig, quest) =>
    {
        if (rig.Gpus.IsEmpty) return true;
        var kind = rig.Gpus[0].Id;
        var faster = rig with { Gpus = [.. rig.Gpus.Select(g => g.Id == kind ? g with { Bandwidth = g.Bandwidth * 1.3 } : g)] };
        var (slow, fast) = (TestRigs.Forecaster.Predict(rig, quest).Decode, TestRigs.Forecaster.Predict(faster, quest).Decode);
        return slow is null ? fast is null : fast!.Value.Value >= slow.Value.Value * 0.999999;
    });

    [Test]
    public void FasterSystemMemory_IsNeverSlower() => Check(Rigs, Quests, (rig, quest) =>
    {
        var faster = rig with { Memory = [.. rig.Memory.Select(k => k with { Speed = TransferRate.FromMegaTransfers(k.Speed.MegaTransfers * 1.25) })] };
        var (slow, fast) = (TestRigs.Forecaster.Predict(rig, quest), TestRigs.Forecaster.Predict(faster, quest));
        return slow.Decode is not { } before || (fast.Decode!.Value.Value >= before.Value.Value * 0.999999 && fast.Prompt!.Value.Value >= slow.Prompt!.Value.Value * 0.999999);
    });

    [Test]
    public void MoreContext_NeverTakesLessMemoryInAll() => Check(Cards, Quests, (card, quest) =>
    {
        var rig = new Rig { Gpus = [card, card] };
        var (small, large) = (Memory(rig, quest), Memory(rig, quest with { Context = quest.Context + 700 }));
        return large.Total >= small.Total && large.Low >= small.Low && large.High >= small.High;
    });

    [Test]
    public void FineTuning_NeedsMoreThanInference() => Check(Cards, Quests, (card, quest) =>
    {
        var rig = new Rig { Gpus = [card] };
        var tuned = TestRigs.Forecaster.Predict(rig, quest with { Kind = WorkloadKind.FullFineTune });
        var lora = TestRigs.Forecaster.Predict(rig, quest with { Kind = WorkloadKind.Lora });
        var qlora = TestRigs.Forecaster.Predict(rig, quest with { Kind = WorkloadKind.Qlora });
        Assert.That(tuned.Decode, Is.Null);
        return tuned.Memory!.Total > lora.Memory!.Total && lora.Memory.Total > qlora.Memory!.Total
            && qlora.Memory.Total > Bytes.FromDouble(quest.Model!.Parameters * 0.5);
    });

    private static double? Speed(Gpu card, Quest quest) => TestRigs.Forecaster.Predict(new Rig { Gpus = [card] }, quest).Decode?.Value.Value;

    private static MemoryForecast Memory(Rig rig, Quest quest) => TestRigs.Forecaster.Predict(rig, quest).Memory!;

    private static void Check<TA, TB>(Gen<TA> first, Gen<TB> second, Func<TA, TB, bool> holds) =>
        Prop.ForAll((from a in first from b in second select (a, b)).ToArbitrary(), pair => holds(pair.a, pair.b))
            .CheckRandomCases(250);
}
