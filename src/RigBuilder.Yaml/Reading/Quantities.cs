using RigBuilder.Domain.Units;

namespace RigBuilder.Yaml.Reading;

/// <summary>The formats of quantities. The upper limits only catch slips: they are far above anything that is sold.</summary>
public static class Quantities
{
    /// <summary>A memory size, drive capacity or file size, up to 4 EiB.</summary>
    public static Format<Bytes> Bytes { get; } = new QuantityFormat<Bytes>(Dimension.Size, "GiB", Math.Pow(2, 62), q => Domain.Units.Bytes.FromDouble(q.Value));

    /// <summary>A bandwidth.</summary>
    public static Format<BytesPerSecond> Bandwidth { get; } = new QuantityFormat<BytesPerSecond>(Dimension.Bandwidth, "GB/s", 1e18, q => BytesPerSecond.FromValue(q.Value));

    /// <summary>An arithmetic rate.</summary>
    public static Format<Flops> Flops { get; } = new QuantityFormat<Flops>(Dimension.FlopRate, "TFLOP/s", 1e21, q => Domain.Units.Flops.FromValue(q.Value));

    /// <summary>A power.</summary>
    public static Format<Watts> Watts { get; } = new QuantityFormat<Watts>(Dimension.Power, "W", 1e6, q => Domain.Units.Watts.FromValue(q.Value));

    /// <summary>A length.</summary>
    public static Format<Millimetres> Length { get; } = new QuantityFormat<Millimetres>(Dimension.Length, "mm", 100, q => Millimetres.FromValue(Math.Round(q.Value * 1000, 6)));

    /// <summary>A clock.</summary>
    public static Format<Frequency> Clock { get; } = new QuantityFormat<Frequency>(Dimension.Clock, "GHz", 1e12, q => Frequency.FromGigahertz(q.Value / 1e9));

    /// <summary>A memory data rate.</summary>
    public static Format<TransferRate> DataRate { get; } = new QuantityFormat<TransferRate>(Dimension.TransferRate, "MT/s", 1e12, q => TransferRate.FromMegaTransfers(q.Value / 1e6));

    /// <summary>A generation or prompt speed.</summary>
    public static Format<TokensPerSecond> Speed { get; } = new QuantityFormat<TokensPerSecond>(Dimension.TokenRate, "tok/s", 1e12, q => TokensPerSecond.FromValue(q.Value));

    /// <summary>A time, up to a million seconds.</summary>
    public static Format<Duration> Time { get; } = new QuantityFormat<Duration>(Dimension.Time, "ms", 1e6, q => Duration.FromSeconds(q.Value));

    /// <summary>A price.</summary>
    public static Format<Money> Money { get; } = new MoneyFormat();

    /// <summary>A price per kWh; "/kWh" may be left out.</summary>
    public static Format<Money> MoneyPerKilowattHour { get; } = new MoneyFormat("/kWh");

    /// <summary>A multiple such as "1.8x"; the x may be left out.</summary>
    public static Format<double> Factor(double least, double most) => new FactorFormat(least, most);
}
