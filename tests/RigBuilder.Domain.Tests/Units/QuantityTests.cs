using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Tests.Units;

public sealed class QuantityTests
{
    [Test]
    public void Quotient_SizeByBandwidth_IsTime()
    {
        var time = Bytes.FromGigabytes(10).ToQuantity() / BytesPerSecond.FromGigabytes(100).ToQuantity();
        Assert.That(time.Dimension, Is.EqualTo(Dimension.Time));
        Assert.That(time.Value, Is.EqualTo(0.1).Within(1e-12));
    }

    [Test]
    public void Product_PowerByTime_IsEnergy() =>
        Assert.That((Watts.FromValue(1000).ToQuantity() * Duration.FromSeconds(3600).ToQuantity()).ToString(), Is.EqualTo("1 kWh"));

    [Test]
    public void Sum_OfDifferentDimensions_Throws() =>
        Assert.That(() => Watts.FromValue(1).ToQuantity() + Bytes.FromGiB(1).ToQuantity(), Throws.InvalidOperationException.With.Message.Contains("cannot add"));

    [TestCase(936.2e9, "936 GB/s")]
    [TestCase(1.008e12, "1.01 TB/s")]
    [TestCase(51.2e9, "51.2 GB/s")]
    public void Text_OfBandwidth_PicksAUnit(double value, string expected) =>
        Assert.That(new Quantity(value, Dimension.Bandwidth).ToString(), Is.EqualTo(expected));

    [Test]
    public void Text_OfAnUnnamedDimension_NamesItsPowers() =>
        Assert.That((Dimension.Size / Dimension.Power).ToString(), Is.EqualTo("byte·s·J^-1"));

    [TestCase(3.6e9, "3,600 MT/s")]
    public void Text_OfADataRate_IsInMegaTransfers(double value, string expected) =>
        Assert.That(new Quantity(value, Dimension.TransferRate).ToString(), Is.EqualTo(expected));
}
