namespace RigBuilder.Domain.Units;

/// <summary>Prompt or generation speed. Never negative; the default is zero.</summary>
public readonly record struct TokensPerSecond : IComparable<TokensPerSecond>
{
    private TokensPerSecond(double value) => Value = value;

    /// <summary>The value in tokens per second.</summary>
    public double Value { get; }

    /// <summary>Zero.</summary>
    public static TokensPerSecond Zero => default;

    /// <summary>From a value in tokens per second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static TokensPerSecond FromValue(double value) => new(Guard.NotNegative(value, nameof(value)));

    /// <summary>Sum.</summary>
    public static TokensPerSecond operator +(TokensPerSecond a, TokensPerSecond b) => new(a.Value + b.Value);

    /// <summary>Scaled by a plain factor.</summary>
    public static TokensPerSecond operator *(TokensPerSecond a, double factor) => FromValue(a.Value * factor);

    /// <summary>Ratio of two values, a plain number.</summary>
    public static double operator /(TokensPerSecond a, TokensPerSecond b) => a.Value / b.Value;

    /// <summary>Time for a number of tokens.</summary>
    public static Duration operator /(int tokens, TokensPerSecond speed) => Duration.FromSeconds(tokens / speed.Value);

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(TokensPerSecond a, TokensPerSecond b) => a.Value < b.Value;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(TokensPerSecond a, TokensPerSecond b) => a.Value > b.Value;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(TokensPerSecond a, TokensPerSecond b) => a.Value <= b.Value;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(TokensPerSecond a, TokensPerSecond b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public int CompareTo(TokensPerSecond other) => Value.CompareTo(other.Value);

    /// <summary>As a quantity with its dimension, in base units.</summary>
    public Quantity ToQuantity() => new(Value, Dimension.TokenRate);

    /// <summary>The value with a readable unit.</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
