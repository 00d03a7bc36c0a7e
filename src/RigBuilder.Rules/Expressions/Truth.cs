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
