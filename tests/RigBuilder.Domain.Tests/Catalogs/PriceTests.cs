using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Tests.Catalogs;

/// <summary>Which price decides, and what stands in where none was seen.</summary>
public sealed class PriceTests
{
    private static Price Seen(decimal amount, string? month, PartCondition condition = PartCondition.New) => new(Money.FromUsd(amount), month, condition);

    private static MemoryKit Kit(string id, double gib, Price? price) => new()
    {
        Id = id,
        Name = id,
        Type = MemoryType.Ddr5,
        Modules = 2,
        ModuleSize = Bytes.FromGiB(gib / 2),
        Speed = TransferRate.FromMegaTransfers(5600),
        Price = price,
    };

    private static Ssd Drive(string id) => new()
    {
        Id = id,
        Name = id,
        Capacity = Bytes.FromGigabytes(1000),
        Interface = SsdInterface.NvmeM2,
        Read = BytesPerSecond.FromGigabytes(5),
    };

    [TestCase("2026-09", "2026-10", PartCondition.New)]
    [TestCase("2026-07", "2026-10", PartCondition.New)]
    [TestCase("2026-06", "2026-10", PartCondition.Used)]
    [TestCase(null, "2026-10", PartCondition.Used)]
    [TestCase("2026-10", null, PartCondition.New)]
    public void NewPrice_Decides_WhileItIsAsFreshAsTheUsedOne(string? asNew, string? asUsed, PartCondition deciding)
    {
        var catalog = new Catalog([Drive("a") with { Price = Seen(100, asNew) }], [], [], [new PriceSeen("a", null, Seen(60, asUsed, PartCondition.Used))]);
        Assert.That(catalog.Ssds.Items[0].Price!.Condition, Is.EqualTo(deciding));
        Assert.That(catalog.Ssds.Items[0].Prices, Has.Length.EqualTo(2));
    }

    [Test]
    public void PriceOfAFile_StandsBeforeThePartsOwn()
    {
        var catalog = new Catalog([Drive("a") with { Price = Seen(100, "2025-07") }], [], [], [new PriceSeen("a", null, Seen(140, "2026-09"))]);
        Assert.That(catalog.Ssds.Items[0].Price!.Amount, Is.EqualTo(Money.FromUsd(140)));
    }

    [Test]
    public void KitWithoutPrice_CostsTheMiddleOfItsTypePerGigabyte()
    {
        var catalog = new Catalog([Kit("a", 32, Seen(320, "2026-09")), Kit("b", 64, Seen(768, "2026-08")), Kit("c", 32, Seen(416, "2026-09")), Kit("d", 128, null)], [], []);
        var price = catalog.Memory.Find("d")!.Price!;
        Assert.Multiple(() =>
        {
            Assert.That(price.IsEstimate);
            Assert.That(price.Amount, Is.EqualTo(Money.FromUsd(1540)), "12 USD a GB, to tens");
            Assert.That(price.Low, Is.LessThanOrEqualTo(price.Amount));
            Assert.That(price.High, Is.GreaterThanOrEqualTo(price.Amount));
            Assert.That(price.Basis, Is.EqualTo("12 USD per GB of DDR5, by 3 prices"));
            Assert.That(catalog.PricedOnly().Memory.Find("d")!.Price, Is.Null);
        });
    }

    [Test]
    public void KitWithAPriceOfLastYear_CostsWhatItsTypeCostsToday()
    {
        var catalog = new Catalog([Kit("a", 32, Seen(320, "2026-09")), Kit("b", 32, Seen(320, "2026-09")), Kit("c", 32, Seen(320, "2026-09")), Kit("old", 32, Seen(90, "2025-07"))], [], []);
        Assert.That(catalog.Memory.Find("old")!.Price!.Amount, Is.EqualTo(Money.FromUsd(320)));
        Assert.That(catalog.PricedOnly().Memory.Find("old")!.Price!.Amount, Is.EqualTo(Money.FromUsd(90)));
    }

    [Test]
    public void ClassOfTwoPrices_TellsNothing() =>
        Assert.That(new Catalog([Kit("a", 32, Seen(320, "2026-09")), Kit("b", 32, Seen(320, "2026-09")), Kit("c", 32, null)], [], []).Memory.Find("c")!.Price, Is.Null);
}
