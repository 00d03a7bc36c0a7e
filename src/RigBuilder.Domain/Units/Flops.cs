namespace RigBuilder.Domain.Units;

/// <summary>Arithmetic throughput in floating-point operations per second. Never negative; the default is zero.</summary>
public readonly record struct Flops : IComparable<Flops>
{
    private Flops(double value) => Value = value;

    /// <summary>The value in operations per second.</summary>
    public double Value { get; }

    /// <summary>Zero.</summary>
    public static Flops Zero => default;

    /// <summary>From a value in operations per second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Flops FromValue(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>From TFLOP/s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Flops FromTera(double value) => new(Guard.NotNegative(value, nameof(value)) * 1e12);

    /// <summary>In TFLOP/s.</summary>
    public double Tera => Value / 1e12;

    /// <summary>Sum.</summary>
    public static Flops operator +(Flops a, Flops b) => new(a.Value + b.Value);

    /// <summary>Scaled by a plain factor.</summary>
    public static Flops operator *(Flops a, double factor) => FromValue(a.Value * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(Flops a, Flops b) => a.Value / b.Value;

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(Flops a, Flops b) => a.Value < b.Value;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(Flops a, Flops b) => a.Value > b.Value;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(Flops a, Flops b) => a.Value <= b.Value;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(Flops a, Flops b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public int CompareTo(Flops other) => Value.CompareTo(other.Value);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(Value, Dimension.FlopRate);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
