using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Tests.Systems;

/// <summary>Power, price and loading.</summary>
public sealed class PowerTests
{
    private static readonly Psu Supply = new() { Id = "psu", Name = "Supply", Power = Watts.FromValue(1000), AtxVersion = 3.0, Efficiency = PsuEfficiency.Gold };

    private static readonly Rig TwoCards = new()
    {
        Gpus = [TestRigs.Rtx3090, TestRigs.Rtx3090],
        Cpu = TestRigs.I9_10900X,
        Memory = [TestRigs.Kit(MemoryType.Ddr4, 4, 16, 3200)],
        Ssds = [TestRigs.Nvme],
        Psu = Supply,
    };

    private static Quest Quest => TestRigs.Quest(TestModels.Llama1_65B, "q4_0", 2048);

    [Test]
    public void Rated_IsTheSumOfItsTerms()
    {
        var power = TestRigs.Forecaster.Predict(TwoCards, Quest).Power;
        Assert.That(power.Terms.Where(t => !t.Name.Contains("while generating")).Sum(t => t.Value.Value), Is.EqualTo(power.Rated.Value).Within(0.01));
        Assert.That(power.Rated.Value, Is.InRange(2 * 350 + 165, 2 * 350 + 165 + 150));
        Assert.That(power.PsuLoad, Is.EqualTo(power.Rated.Value / 1000).Within(1e-9));
    }

    [Test]
    public void RecommendedPsu_OfTwo350WattCards_IsASizeOnSaleAboveTheirDraw()
    {
        var power = TestRigs.Forecaster.Predict(TwoCards, Quest).Power;
        Assert.That(power.RecommendedPsu?.Value, Is.EqualTo(1200).Or.EqualTo(1300));
    }

    [Test]
    public void Transients_RaiseThePeakAndAnOldSuppliesRating()
    {
        var spiky = TwoCards with { Gpus = [TestRigs.Rtx3090 with { TransientFactor = 2.2 }, TestRigs.Rtx3090 with { TransientFactor = 2.2 }], Psu = Supply with { AtxVersion = 2.4 } };
        var (calm, rough) = (TestRigs.Forecaster.Predict(TwoCards, Quest).Power, TestRigs.Forecaster.Predict(spiky, Quest).Power);
        Assert.That(rough.Peak.Value, Is.GreaterThan(calm.Peak.Value + 800));
        Assert.That(rough.RecommendedPsu!.Value, Is.GreaterThan(calm.RecommendedPsu!.Value));
    }

    [Test]
    public void Energy_PerMillionTokens_IsPowerAtTheWallTimesTheTime()
    {
        var forecast = TestRigs.Forecaster.Predict(TwoCards, Quest with { ElectricityPrice = Money.FromUsd(0.40m) });
        var hours = 1e6 / forecast.Decode!.Value.Value / 3600;
        var wall = forecast.Power.Generating.Value / TestRigs.Calibration.Power.Efficiency[PsuEfficiency.Gold];
        Assert.That(forecast.Power.PerMillionTokens!.Value.KilowattHours, Is.EqualTo(wall * hours / 1000).Within(0.01).Percent);
        Assert.That((double)forecast.Power.CostPerMillionTokens!.Value.Amount, Is.EqualTo(wall * hours / 1000 * 0.40).Within(0.01).Percent);
    }

    [Test]
    public void PartialOffload_BesideCpuLayers_TheCardWaitsHalfOfTheTime()
    {
        // 350 W · (0.08 idle + 0.5 busy · (0.75 generating - 0.08 idle)) = 145.25 W
        var small = TestRigs.Rtx3090 with { Vram = Bytes.FromGiB(12) };
        var forecast = TestRigs.Forecaster.Predict(TwoCards with { Gpus = [small] }, Quest);
        Assert.That(forecast.Placement!.Mode, Is.EqualTo(PlacementMode.Partial));
        var card = forecast.Power.Terms.Single(t => t.Name == $"{small.Name} while generating");
        Assert.That(card.Value.Value, Is.EqualTo(145.25).Within(0.01));
    }

    [Test]
    public void Price_WithAnUnpricedPart_NamesItAndGivesNoRate()
    {
        var priced = TestRigs.Rtx3090 with { Price = new Price(Money.FromUsd(900), "2025-07", PartCondition.Used) };
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [priced], Ssds = [TestRigs.Nvme] }, TestRigs.Quest(TestModels.Llama2_7B, "q4_0"));
        Assert.That(forecast.Price.Total.Amount, Is.EqualTo(900m));
        Assert.That(forecast.Price.Unpriced, Is.EqualTo(new[] { "NVMe drive" }));
        Assert.That(forecast.Price.PerTokenRate, Is.Null);
        var alone = TestRigs.Forecaster.Predict(new Rig { Gpus = [priced] }, TestRigs.Quest(TestModels.Llama2_7B, "q4_0"));
        Assert.That((double)alone.Price.PerTokenRate!.Value.Amount, Is.EqualTo(900 / alone.Decode!.Value.Value).Within(0.01).Percent);
    }

    [Test]
    public void Load_FromASlowDrive_IsLimitedByIt()
    {
        var sata = new Ssd { Id = "sata", Name = "SATA drive", Capacity = Bytes.FromGigabytes(1000), Interface = SsdInterface.Sata, Read = BytesPerSecond.FromGigabytes(0.55) };
        var slow = TestRigs.Forecaster.Predict(TwoCards with { Ssds = [sata] }, Quest).Load!;
        var fast = TestRigs.Forecaster.Predict(TwoCards, Quest).Load!;
        Assert.That(slow.Limit, Does.Contain("SATA drive"));
        Assert.That(slow.Value.Seconds, Is.GreaterThan(5 * fast.Value.Seconds));
        Assert.That(slow.Value.Seconds, Is.GreaterThan(36.8 / 0.55));
    }

    [Test]
    public void FineTuning_OfSevenBillionWithAdapters_FitsA24GigabyteCardOnlyIn4Bits()
    {
        var rig = new Rig { Gpus = [TestRigs.Rtx3090] };
        var quest = TestRigs.Quest(TestModels.Llama1_13B, "q4_0", 1024);
        Assert.That(TestRigs.Forecaster.Predict(rig, quest with { Kind = WorkloadKind.Qlora }).Placement!.Mode, Is.EqualTo(PlacementMode.SingleGpu));
        var lora = TestRigs.Forecaster.Predict(rig, quest with { Kind = WorkloadKind.Lora });
        Assert.That(lora.Placement!.Mode, Is.EqualTo(PlacementMode.DoesNotFit));
        Assert.That(lora.Placement.Shortfall, Does.Contain("fine-tuning needs"));
    }
}
