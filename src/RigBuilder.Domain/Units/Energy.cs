namespace RigBuilder.Domain.Units;

/// <summary>Energy. Never negative; the default is zero.</summary>
public readonly record struct Energy : IComparable<Energy>
{
    private Energy(double value) => Joules = value;

    /// <summary>The value in joules.</summary>
    public double Joules { get; }

    /// <summary>Zero.</summary>
    public static Energy Zero => default;

    /// <summary>From a value in joules.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Energy FromJoules(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>From kilowatt-hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Energy FromKilowattHours(double value) => new(Guard.NotNegative(value, nameof(value)) * 3.6e6);

    /// <summary>In kilowatt-hours.</summary>
    public double KilowattHours => Joules / 3.6e6;

    /// <summary>Sum.</summary>
    public static Energy operator +(Energy a, Energy b) => new(a.Joules + b.Joules);

    /// <summary>Scaled by a plain factor.</summary>
    public static Energy operator *(Energy a, double factor) => FromJoules(a.Joules * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(Energy a, Energy b) => a.Joules / b.Joules;

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(Energy a, Energy b) => a.Joules < b.Joules;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(Energy a, Energy b) => a.Joules > b.Joules;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(Energy a, Energy b) => a.Joules <= b.Joules;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(Energy a, Energy b) => a.Joules >= b.Joules;

    /// <inheritdoc/>
    public int CompareTo(Energy other) => Joules.CompareTo(other.Joules);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(Joules, Dimension.Energy);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
