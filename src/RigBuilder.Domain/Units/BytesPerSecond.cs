namespace RigBuilder.Domain.Units;

/// <summary>Memory, link or drive throughput. Never negative; the default is zero.</summary>
public readonly record struct BytesPerSecond : IComparable<BytesPerSecond>
{
    private BytesPerSecond(double value) => Value = value;

    /// <summary>The value in bytes per second.</summary>
    public double Value { get; }

    /// <summary>Zero.</summary>
    public static BytesPerSecond Zero => default;

    /// <summary>From a value in bytes per second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static BytesPerSecond FromValue(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>From decimal gigabytes per second (GB/s).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static BytesPerSecond FromGigabytes(double value) => new(Guard.NotNegative(value, nameof(value)) * 1e9);

    /// <summary>In decimal gigabytes per second (GB/s).</summary>
    public double Gigabytes => Value / 1e9;

    /// <summary>Sum.</summary>
    public static BytesPerSecond operator +(BytesPerSecond a, BytesPerSecond b) => new(a.Value + b.Value);

    /// <summary>Scaled by a plain factor.</summary>
    public static BytesPerSecond operator *(BytesPerSecond a, double factor) => FromValue(a.Value * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(BytesPerSecond a, BytesPerSecond b) => a.Value / b.Value;

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(BytesPerSecond a, BytesPerSecond b) => a.Value < b.Value;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(BytesPerSecond a, BytesPerSecond b) => a.Value > b.Value;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(BytesPerSecond a, BytesPerSecond b) => a.Value <= b.Value;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(BytesPerSecond a, BytesPerSecond b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public int CompareTo(BytesPerSecond other) => Value.CompareTo(other.Value);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(Value, Dimension.Bandwidth);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
