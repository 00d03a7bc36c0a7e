namespace RigBuilder.Domain.Units;

/// <summary>
/// A number with its dimension, in base units (bytes, seconds, joules, metres …). Used where the dimension is only known
/// at run time: rule expressions, prediction terms, texts. Where it is known, use the typed units (<see cref="Bytes"/> …).
/// </summary>
/// <param name="Value">The number in base units.</param>
/// <param name="Dimension">Its dimension.</param>
public readonly record struct Quantity(double Value, Dimension Dimension)
{
    /// <summary>A plain number.</summary>
    public static Quantity Number(double value) => new(value, Dimension.None);

    /// <summary>Product; the dimensions multiply.</summary>
    public static Quantity operator *(Quantity a, Quantity b) => new(a.Value * b.Value, a.Dimension * b.Dimension);

    /// <summary>Quotient; the dimensions divide.</summary>
    public static Quantity operator /(Quantity a, Quantity b) => new(a.Value / b.Value, a.Dimension / b.Dimension);

    /// <summary>Sum of two quantities of one dimension.</summary>
    /// <exception cref="InvalidOperationException">The dimensions differ.</exception>
    public static Quantity operator +(Quantity a, Quantity b) => a.Dimension == b.Dimension
        ? a with { Value = a.Value + b.Value }
        : throw new InvalidOperationException($"cannot add {a.Dimension} and {b.Dimension}");

    /// <summary>Difference of two quantities of one dimension.</summary>
    /// <exception cref="InvalidOperationException">The dimensions differ.</exception>
    public static Quantity operator -(Quantity a, Quantity b) => a.Dimension == b.Dimension
        ? a with { Value = a.Value - b.Value }
        : throw new InvalidOperationException($"cannot subtract {b.Dimension} from {a.Dimension}");

    /// <summary>The value with a readable unit of its dimension.</summary>
    public override string ToString() => QuantityText.Format(this);
}
