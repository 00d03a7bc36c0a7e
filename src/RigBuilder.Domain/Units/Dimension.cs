namespace RigBuilder.Domain.Units;

/// <summary>
/// The physical dimension of a <see cref="Quantity"/>: a product of integer powers of the base dimensions that this
/// program needs. <c>default</c> is a plain number.
/// </summary>
/// <param name="Byte">Power of bytes.</param>
/// <param name="Second">Power of seconds.</param>
/// <param name="Joule">Power of joules.</param>
/// <param name="Flop">Power of floating-point operations.</param>
/// <param name="Metre">Power of metres.</param>
/// <param name="Token">Power of tokens.</param>
/// <param name="Currency">Power of money (US dollars in the shipped catalog).</param>
/// <param name="Transfer">Power of memory transfers (the T of MT/s).</param>
/// <param name="Cycle">Power of clock cycles.</param>
public readonly record struct Dimension(
    sbyte Byte = 0,
    sbyte Second = 0,
    sbyte Joule = 0,
    sbyte Flop = 0,
    sbyte Metre = 0,
    sbyte Token = 0,
    sbyte Currency = 0,
    sbyte Transfer = 0,
    sbyte Cycle = 0)
{
    /// <summary>A plain number.</summary>
    public static Dimension None => default;

    /// <summary>Memory or file size.</summary>
    public static Dimension Size => new(Byte: 1);

    /// <summary>Memory, link or drive throughput.</summary>
    public static Dimension Bandwidth => new(Byte: 1, Second: -1);

    /// <summary>Arithmetic throughput.</summary>
    public static Dimension FlopRate => new(Flop: 1, Second: -1);

    /// <summary>Power.</summary>
    public static Dimension Power => new(Joule: 1, Second: -1);

    /// <summary>Energy.</summary>
    public static Dimension Energy => new(Joule: 1);

    /// <summary>Length.</summary>
    public static Dimension Length => new(Metre: 1);

    /// <summary>Time.</summary>
    public static Dimension Time => new(Second: 1);

    /// <summary>Number of tokens.</summary>
    public static Dimension Tokens => new(Token: 1);

    /// <summary>Generation or prompt speed.</summary>
    public static Dimension TokenRate => new(Token: 1, Second: -1);

    /// <summary>Money.</summary>
    public static Dimension Price => new(Currency: 1);

    /// <summary>Memory data rate (MT/s).</summary>
    public static Dimension TransferRate => new(Transfer: 1, Second: -1);

    /// <summary>Clock frequency.</summary>
    public static Dimension Clock => new(Cycle: 1, Second: -1);

    /// <summary>Whether this is a plain number.</summary>
    public bool IsNone => this == default;

    /// <summary>The dimension of a product.</summary>
    public static Dimension operator *(Dimension a, Dimension b) => new(
        (sbyte)(a.Byte + b.Byte), (sbyte)(a.Second + b.Second), (sbyte)(a.Joule + b.Joule),
        (sbyte)(a.Flop + b.Flop), (sbyte)(a.Metre + b.Metre), (sbyte)(a.Token + b.Token),
        (sbyte)(a.Currency + b.Currency), (sbyte)(a.Transfer + b.Transfer), (sbyte)(a.Cycle + b.Cycle));

    /// <summary>The dimension of a quotient.</summary>
    public static Dimension operator /(Dimension a, Dimension b) => new(
        (sbyte)(a.Byte - b.Byte), (sbyte)(a.Second - b.Second), (sbyte)(a.Joule - b.Joule),
        (sbyte)(a.Flop - b.Flop), (sbyte)(a.Metre - b.Metre), (sbyte)(a.Token - b.Token),
        (sbyte)(a.Currency - b.Currency), (sbyte)(a.Transfer - b.Transfer), (sbyte)(a.Cycle - b.Cycle));

    /// <summary>The name a person would use ("size", "bandwidth"), else the powers ("byte·s^-2").</summary>
    public override string ToString() => DimensionNames.Describe(this);
}
