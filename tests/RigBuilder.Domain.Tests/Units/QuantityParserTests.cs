using FsCheck;
using FsCheck.Fluent;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Tests.Units;

public sealed class QuantityParserTests
{
    private static readonly object[] Valid =
    [
        new object[] { "24 GiB", 25769803776.0, Dimension.Size },
        new object[] { "936.2 GB/s", 936.2e9, Dimension.Bandwidth },
        new object[] { "350W", 350.0, Dimension.Power },
        new object[] { " 1_024 tokens ", 1024.0, Dimension.Tokens },
        new object[] { "3600 MT/s", 3.6e9, Dimension.TransferRate },
        new object[] { "8.03e9", 8.03e9, Dimension.None },
        new object[] { "313 mm", 0.313, Dimension.Length },
        new object[] { "-3 s", -3.0, Dimension.Time },
        new object[] { "1,299 USD", 1299.0, Dimension.Price },
        new object[] { "80 %", 0.8, Dimension.None },
    ];

    [TestCaseSource(nameof(Valid))]
    public void TryParse_Valid_GivesBaseUnits(string text, double value, Dimension dimension)
    {
        Assert.That(QuantityParser.TryParse(text, out var quantity, out var error), Is.True, error);
        Assert.That(quantity.Value, Is.EqualTo(value).Within(1e-9 * Math.Abs(value)));
        Assert.That(quantity.Dimension, Is.EqualTo(dimension));
    }

    [TestCase("24 Gib", "unknown unit 'Gib'; did you mean 'GiB'?")]
    [TestCase("936 Gb/s", "unknown unit 'Gb/s'; did you mean 'GB/s'?")]
    [TestCase("24 G", "unknown unit 'G'")]
    [TestCase("8,03 GiB", "'8,03 GiB' has a comma that does not group thousands")]
    [TestCase("fast", "'fast' does not start with a number")]
    [TestCase("", "'' does not start with a number")]
    [TestCase("1.2.3 W", "'1.2.3 W' does not start with a number")]
    public void TryParse_Invalid_SaysWhatIsWrong(string text, string start)
    {
        Assert.That(QuantityParser.TryParse(text, out _, out var error), Is.False);
        Assert.That(error, Does.StartWith(start));
    }

    [RandomCases(500)]
    public bool TryParse_AnyText_NeverThrows(string? text)
    {
        _ = QuantityParser.TryParse(text ?? "", out _, out _);
        return true;
    }

    [RandomCases]
    public Property TryParse_EveryUnitSymbol_RoundTrips() => Prop.ForAll(
        Gen.Elements(UnitTable.Symbols.ToArray()).ToArbitrary(),
        Gen.Choose(1, 9999).ToArbitrary(),
        (symbol, number) =>
        {
            UnitTable.TryFind(symbol, out var unit);
            return QuantityParser.TryParse($"{number} {symbol}", out var quantity, out _)
                && quantity.Dimension == unit.Dimension && Math.Abs(quantity.Value - (number * unit.Value)) <= 1e-9 * number * unit.Value;
        });
}
