namespace RigBuilder.Domain.Units;

/// <summary>Names of dimensions as shown in diagnostics.</summary>
internal static class DimensionNames
{
    private static readonly (Dimension Dimension, string Name)[] Known =
    [
        (Dimension.None, "a plain number"),
        (Dimension.Size, "a size (GiB, GB)"),
        (Dimension.Bandwidth, "a bandwidth (GB/s)"),
        (Dimension.FlopRate, "an arithmetic rate (TFLOP/s)"),
        (Dimension.Power, "a power (W)"),
        (Dimension.Energy, "an energy (kWh)"),
        (Dimension.Length, "a length (mm)"),
        (Dimension.Time, "a time (s)"),
        (Dimension.Tokens, "a number of tokens"),
        (Dimension.TokenRate, "a speed (tok/s)"),
        (Dimension.Price, "a price (USD)"),
        (Dimension.TransferRate, "a data rate (MT/s)"),
        (Dimension.Clock, "a clock (GHz)"),
    ];

    public static string Describe(Dimension dimension)
    {
        foreach (var (known, name) in Known)
            if (known == dimension) return name;
        (string Name, int Power)[] powers =
        [
            ("byte", dimension.Byte), ("s", dimension.Second), ("J", dimension.Joule), ("FLOP", dimension.Flop),
            ("m", dimension.Metre), ("tok", dimension.Token), ("USD", dimension.Currency),
            ("T", dimension.Transfer), ("cycle", dimension.Cycle),
        ];
        return string.Join("·", powers.Where(p => p.Power != 0).Select(p => p.Power == 1 ? p.Name : $"{p.Name}^{p.Power}"));
    }
}
