using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Systems;

namespace RigBuilder.Prediction.Tests.Systems;

/// <summary>What a sum of prices says of itself.</summary>
public sealed class PricesTests
{
    private static Ssd Drive(string name, Price? price, bool owned = false) => new()
    {
        Id = name,
        Name = name,
        Owned = owned,
        Price = price,
        Capacity = Bytes.FromGigabytes(1000),
        Interface = SsdInterface.NvmeM2,
        Read = BytesPerSecond.FromGigabytes(5),
    };

    private static Ssd Case(decimal usd, bool estimated = false, bool owned = false) =>
        Drive($"Case {usd}", new Price(Money.FromUsd(usd), "2026-09", PartCondition.New) { Low = Money.FromUsd(usd - 10), Basis = estimated ? "the middle of cases" : null }, owned);

    private static Ssd Cooler(decimal? usd) => Drive("Cooler", usd is { } amount ? new Price(Money.FromUsd(amount), "2025-07", PartCondition.Used) : null);

    [Test]
    public void Sum_OfSeenPrices_TellsSpanMonthsAndCondition()
    {
        var price = Prices.Of(new Rig { Ssds = [Case(100), Cooler(50)] }, null);
        Assert.That(price.Words, Is.EqualTo("150 USD"));
        Assert.That(price.Notes, Is.EqualTo(new[] { "140 USD to 150 USD", "prices of 2025-07 to 2026-09", "used: Cooler" }));
    }

    [Test]
    public void Sum_WithAnEstimate_SaysAbout_AndWhichShare()
    {
        var price = Prices.Of(new Rig { Ssds = [Case(150, estimated: true), Cooler(50)] }, null);
        Assert.That((price.Words, price.Short), Is.EqualTo(("about 200 USD", "≈ 200 USD")));
        Assert.That(price.Notes, Has.Some.EqualTo("75 % estimated: Case 150"));
    }

    [Test]
    public void Sum_WithAPartMissing_SaysAtLeast_AndGivesNoRate()
    {
        var price = Prices.Of(new Rig { Ssds = [Case(100), Cooler(null)] }, TokensPerSecond.FromValue(10));
        Assert.That((price.Words, price.Short), Is.EqualTo(("at least 100 USD", "≥ 100 USD")));
        Assert.That(price.PerTokenRate, Is.Null);
        Assert.That(price.Notes, Has.Some.EqualTo("no price: Cooler"));
    }

    [Test]
    public void Sum_OfNothingKnown_IsNotKnown_AndNeverZero() => Assert.That(Prices.Of(new Rig { Ssds = [Cooler(null)] }, null).Words, Is.EqualTo("not known"));

    [Test]
    public void Sum_OfOwnedParts_IsNothingToBuy() => Assert.That(Prices.Of(new Rig { Ssds = [Case(100, owned: true)] }, null).Words, Is.EqualTo("nothing to buy"));
}
