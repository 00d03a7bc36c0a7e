namespace RigBuilder.Domain.Units;

/// <summary>Memory data rate, as in DDR4-3600 (MT/s; twice the clock). Never negative; the default is zero.</summary>
public readonly record struct TransferRate : IComparable<TransferRate>
{
    private TransferRate(double value) => MegaTransfers = value;

    /// <summary>The value in megatransfers per second (MT/s).</summary>
    public double MegaTransfers { get; }

    /// <summary>Zero.</summary>
    public static TransferRate Zero => default;

    /// <summary>From a value in megatransfers per second (MT/s).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static TransferRate FromMegaTransfers(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>Sum.</summary>
    public static TransferRate operator +(TransferRate a, TransferRate b) => new(a.MegaTransfers + b.MegaTransfers);

    /// <summary>Scaled by a plain factor.</summary>
    public static TransferRate operator *(TransferRate a, double factor) => FromMegaTransfers(a.MegaTransfers * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(TransferRate a, TransferRate b) => a.MegaTransfers / b.MegaTransfers;

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(TransferRate a, TransferRate b) => a.MegaTransfers < b.MegaTransfers;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(TransferRate a, TransferRate b) => a.MegaTransfers > b.MegaTransfers;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(TransferRate a, TransferRate b) => a.MegaTransfers <= b.MegaTransfers;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(TransferRate a, TransferRate b) => a.MegaTransfers >= b.MegaTransfers;

    /// <inheritdoc/>
    public int CompareTo(TransferRate other) => MegaTransfers.CompareTo(other.MegaTransfers);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(MegaTransfers * 1e6, Dimension.TransferRate);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
