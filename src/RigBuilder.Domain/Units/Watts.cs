namespace RigBuilder.Domain.Units;

/// <summary>Electrical power. Never negative; the default is zero.</summary>
public readonly record struct Watts : IComparable<Watts>
{
    private Watts(double value) => Value = value;

    /// <summary>The value in watts.</summary>
    public double Value { get; }

    /// <summary>Zero.</summary>
    public static Watts Zero => default;

    /// <summary>From a value in watts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Watts FromValue(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>Sum.</summary>
    public static Watts operator +(Watts a, Watts b) => new(a.Value + b.Value);

    /// <summary>Scaled by a plain factor.</summary>
    public static Watts operator *(Watts a, double factor) => FromValue(a.Value * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(Watts a, Watts b) => a.Value / b.Value;

    /// <summary>Energy used over a time.</summary>
    public static Energy operator *(Watts a, Duration time) => Energy.FromJoules(a.Value * time.Seconds);

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(Watts a, Watts b) => a.Value < b.Value;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(Watts a, Watts b) => a.Value > b.Value;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(Watts a, Watts b) => a.Value <= b.Value;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(Watts a, Watts b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public int CompareTo(Watts other) => Value.CompareTo(other.Value);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(Value, Dimension.Power);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
