using System.Globalization;

namespace RigBuilder.Domain.Units;

/// <summary>
/// An exact size in bytes, 0 to 2^63-1. RAM and VRAM are counted in binary units (GiB), drives and files for sale in decimal
/// ones (GB): use the matching factory. The default is zero.
/// </summary>
public readonly record struct Bytes : IComparable<Bytes>
{
    private const double BytesPerGiB = 1024.0 * 1024 * 1024;

    private Bytes(long count) => Count = count;

    /// <summary>The exact number of bytes.</summary>
    public long Count { get; }

    /// <summary>Zero bytes.</summary>
    public static Bytes Zero => default;

    /// <summary>In binary gigabytes (2^30).</summary>
    public double GiB => Count / BytesPerGiB;

    /// <summary>In binary megabytes (2^20).</summary>
    public double MiB => Count / (1024.0 * 1024);

    /// <summary>In decimal gigabytes (10^9).</summary>
    public double Gigabytes => Count / 1e9;

    /// <summary>From an exact count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static Bytes FromCount(long count) => new(count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "must be at least 0"));

    /// <summary>From a computed number, rounded to the nearest byte.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    /// <exception cref="OverflowException">The number does not fit.</exception>
    public static Bytes FromDouble(double count) => new(checked((long)Math.Round(Guard.NotNegative(count, nameof(count)))));

    /// <summary>From binary gigabytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Bytes FromGiB(double value) => FromDouble(Guard.NotNegative(value, nameof(value)) * BytesPerGiB);

    /// <summary>From binary megabytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Bytes FromMiB(double value) => FromDouble(Guard.NotNegative(value, nameof(value)) * 1024 * 1024);

    /// <summary>From decimal gigabytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Bytes FromGigabytes(double value) => FromDouble(Guard.NotNegative(value, nameof(value)) * 1e9);

    /// <summary>Sum.</summary>
    public static Bytes operator +(Bytes a, Bytes b) => new(checked(a.Count + b.Count));

    /// <summary>Difference, zero where it would be negative (free memory is never below nothing).</summary>
    public static Bytes operator -(Bytes a, Bytes b) => new(Math.Max(0, a.Count - b.Count));

    /// <summary>Scaled by a plain factor, rounded to the nearest byte.</summary>
    public static Bytes operator *(Bytes a, double factor) => FromDouble(a.Count * factor);

    /// <summary>Scaled by a whole number, exactly.</summary>
    public static Bytes operator *(Bytes a, long factor) => FromCount(checked(a.Count * factor));

    /// <summary>Ratio of two sizes, a plain number.</summary>
    public static double operator /(Bytes a, Bytes b) => (double)a.Count / b.Count;

    /// <summary>The time to move these bytes.</summary>
    public static Duration operator /(Bytes a, BytesPerSecond b) => Duration.FromSeconds(a.Count / b.Value);

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(Bytes a, Bytes b) => a.Count < b.Count;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(Bytes a, Bytes b) => a.Count > b.Count;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(Bytes a, Bytes b) => a.Count <= b.Count;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(Bytes a, Bytes b) => a.Count >= b.Count;

    /// <inheritdoc/>
    public int CompareTo(Bytes other) => Count.CompareTo(other.Count);

    /// <summary>As a quantity with its dimension.</summary>
    public Quantity ToQuantity() => new(Count, Dimension.Size);

    /// <summary>In binary units, for memory: "24 GiB".</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());

    /// <summary>In decimal units, for drives: "2 TB".</summary>
    public string ToDecimalString() => Count >= 1_000_000_000_000
        ? (Count / 1e12).ToString("0.##", CultureInfo.InvariantCulture) + " TB"
        : (Count / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + " GB";
}
