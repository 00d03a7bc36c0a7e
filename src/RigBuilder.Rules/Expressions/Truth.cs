namespace RigBuilder.Rules.Expressions;

/// <summary>A three-valued truth: what depends on an empty slot or an unknown figure is neither true nor false.</summary>
public enum Truth
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>It holds.</summary>
    True,

    /// <summary>Something needed to tell is not known.</summary>
    Unknown,
}

/// <summary>Kleene's three-valued logic.</summary>
internal static class Truths
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth Of(bool? value) => value is { } known ? Of(known) : Truth.Unknown;

    public static Truth Not(Truth a) => a switch { Truth.False => Truth.True, Truth.True => Truth.False, _ => Truth.Unknown };

    public static Truth And(Truth a, Truth b) =>
        a == Truth.False || b == Truth.False ? Truth.False : a == Truth.True && b == Truth.True ? Truth.True : Truth.Unknown;

    public static Truth Or(Truth a, Truth b) =>
        a == Truth.True || b == Truth.True ? Truth.True : a == Truth.False && b == Truth.False ? Truth.False : Truth.Unknown;
}
