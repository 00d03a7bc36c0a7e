namespace RigBuilder.Domain.Units;

/// <summary>A length, in the unit that cases and cards are sold by. Never negative; the default is zero.</summary>
public readonly record struct Millimetres : IComparable<Millimetres>
{
    private Millimetres(double value) => Value = value;

    /// <summary>The value in millimetres.</summary>
    public double Value { get; }

    /// <summary>Zero.</summary>
    public static Millimetres Zero => default;

    /// <summary>From a value in millimetres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Millimetres FromValue(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>Sum.</summary>
    public static Millimetres operator +(Millimetres a, Millimetres b) => new(a.Value + b.Value);

    /// <summary>Scaled by a plain factor.</summary>
    public static Millimetres operator *(Millimetres a, double factor) => FromValue(a.Value * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(Millimetres a, Millimetres b) => a.Value / b.Value;

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(Millimetres a, Millimetres b) => a.Value < b.Value;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(Millimetres a, Millimetres b) => a.Value > b.Value;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(Millimetres a, Millimetres b) => a.Value <= b.Value;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(Millimetres a, Millimetres b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public int CompareTo(Millimetres other) => Value.CompareTo(other.Value);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(Value / 1000, Dimension.Length);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
