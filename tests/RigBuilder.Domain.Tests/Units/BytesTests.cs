using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Tests.Units;

public sealed class BytesTests
{
    [Test]
    public void Default_IsZero() => Assert.That(default(Bytes), Is.EqualTo(Bytes.Zero));

    [Test]
    public void Factories_BinaryAndDecimal_AreDifferentThings()
    {
        Assert.That(Bytes.FromGiB(24).Count, Is.EqualTo(25_769_803_776));
        Assert.That(Bytes.FromGigabytes(24).Count, Is.EqualTo(24_000_000_000));
        Assert.That(Bytes.FromMiB(1).Count, Is.EqualTo(1_048_576));
    }

    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void FromGiB_NotAFiniteAmount_Throws(double value) =>
        Assert.That(() => Bytes.FromGiB(value), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void FromDouble_TooLarge_Overflows() => Assert.That(() => Bytes.FromDouble(1e30), Throws.InstanceOf<OverflowException>());

    [Test]
    public void Subtraction_BelowZero_IsZero() => Assert.That(Bytes.FromGiB(1) - Bytes.FromGiB(2), Is.EqualTo(Bytes.Zero));

    [Test]
    public void DividedByBandwidth_IsTime() =>
        Assert.That((Bytes.FromGigabytes(13) / BytesPerSecond.FromGigabytes(115.2)).Seconds, Is.EqualTo(0.11285).Within(1e-4));

    [TestCase(25_769_803_776, "24 GiB")]
    [TestCase(1_610_612_736, "1.5 GiB")]
    [TestCase(524_288, "512 KiB")]
    [TestCase(0, "0 B")]
    public void ToString_Memory_IsBinary(long count, string expected) => Assert.That(Bytes.FromCount(count).ToString(), Is.EqualTo(expected));

    [TestCase(2_000_000_000_000, "2 TB")]
    [TestCase(500_000_000_000, "500 GB")]
    public void ToDecimalString_Drives_IsDecimal(long count, string expected) =>
        Assert.That(Bytes.FromCount(count).ToDecimalString(), Is.EqualTo(expected));

    [RandomCases]
    public bool Sum_OfTwoSizes_IsCommutative(uint a, uint b) =>
        Bytes.FromCount(a) + Bytes.FromCount(b) == Bytes.FromCount(b) + Bytes.FromCount(a);
}
