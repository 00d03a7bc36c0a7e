namespace RigBuilder.Domain.Units;

/// <summary>A fixed length of time. Never negative; the default is zero.</summary>
public readonly record struct Duration : IComparable<Duration>
{
    private Duration(double value) => Seconds = value;

    /// <summary>The value in seconds.</summary>
    public double Seconds { get; }

    /// <summary>Zero.</summary>
    public static Duration Zero => default;

    /// <summary>From a value in seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Duration FromSeconds(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>From milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Duration FromMilliseconds(double value) => new(Guard.NotNegative(value, nameof(value)) * 1e-3);

    /// <summary>In milliseconds.</summary>
    public double Milliseconds => Seconds / 1e-3;

    /// <summary>Sum.</summary>
    public static Duration operator +(Duration a, Duration b) => new(a.Seconds + b.Seconds);

    /// <summary>Scaled by a plain factor.</summary>
    public static Duration operator *(Duration a, double factor) => FromSeconds(a.Seconds * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(Duration a, Duration b) => a.Seconds / b.Seconds;

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(Duration a, Duration b) => a.Seconds < b.Seconds;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(Duration a, Duration b) => a.Seconds > b.Seconds;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(Duration a, Duration b) => a.Seconds <= b.Seconds;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(Duration a, Duration b) => a.Seconds >= b.Seconds;

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Seconds.CompareTo(other.Seconds);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(Seconds, Dimension.Time);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
