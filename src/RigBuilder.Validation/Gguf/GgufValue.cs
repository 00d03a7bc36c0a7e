using System.Collections.Immutable;
using System.Globalization;

namespace RigBuilder.Validation.Gguf;

/// <summary>A metadata value. Numbers are kept as double (exact for every count that occurs); long arrays are not kept.</summary>
/// <param name="Type">Type in the file.</param>
public sealed record GgufValue(GgufValueType Type)
{
    /// <summary>The number; a bool is 0 or 1; null for text and arrays.</summary>
    public double? Number { get; init; }

    /// <summary>The text; null for anything else.</summary>
    public string? Text { get; init; }

    /// <summary>Type of an array's elements; null for scalars.</summary>
    public GgufValueType? ElementType { get; init; }

    /// <summary>Number of an array's elements; 0 for scalars.</summary>
    public long Count { get; init; }

    /// <summary>An array's numbers when there are at most 4,096; otherwise empty.</summary>
    public ImmutableArray<double> Numbers { get; init; } = [];

    /// <summary>A text value.</summary>
    public static GgufValue Of(string text) => new(GgufValueType.Text) { Text = text };

    /// <summary>A 32-bit unsigned number.</summary>
    public static GgufValue Of(int number) => new(GgufValueType.UInt32) { Number = number };

    /// <summary>A 32-bit floating-point number.</summary>
    public static GgufValue Of(float number) => new(GgufValueType.Float32) { Number = number };

    /// <summary>A boolean.</summary>
    public static GgufValue Of(bool value) => new(GgufValueType.Bool) { Number = value ? 1 : 0 };

    /// <summary>An array of 32-bit signed numbers.</summary>
    public static GgufValue Of(ImmutableArray<int> numbers) => new(GgufValueType.Array)
    {
        ElementType = GgufValueType.Int32,
        Count = numbers.Length,
        Numbers = [.. numbers.Select(n => (double)n)],
    };

    /// <summary>The value in words.</summary>
    public override string ToString() =>
        Text ?? Number?.ToString("R", CultureInfo.InvariantCulture) ?? $"{Count} × {ElementType}";
}
