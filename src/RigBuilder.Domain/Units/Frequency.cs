namespace RigBuilder.Domain.Units;

/// <summary>A clock frequency. Never negative; the default is zero.</summary>
public readonly record struct Frequency : IComparable<Frequency>
{
    private Frequency(double value) => Gigahertz = value;

    /// <summary>The value in gigahertz.</summary>
    public double Gigahertz { get; }

    /// <summary>Zero.</summary>
    public static Frequency Zero => default;

    /// <summary>From a value in gigahertz.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Frequency FromGigahertz(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>Sum.</summary>
    public static Frequency operator +(Frequency a, Frequency b) => new(a.Gigahertz + b.Gigahertz);

    /// <summary>Scaled by a plain factor.</summary>
    public static Frequency operator *(Frequency a, double factor) => FromGigahertz(a.Gigahertz * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(Frequency a, Frequency b) => a.Gigahertz / b.Gigahertz;

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(Frequency a, Frequency b) => a.Gigahertz < b.Gigahertz;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(Frequency a, Frequency b) => a.Gigahertz > b.Gigahertz;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(Frequency a, Frequency b) => a.Gigahertz <= b.Gigahertz;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(Frequency a, Frequency b) => a.Gigahertz >= b.Gigahertz;

    /// <inheritdoc/>
    public int CompareTo(Frequency other) => Gigahertz.CompareTo(other.Gigahertz);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(Gigahertz * 1e9, Dimension.Clock);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
