using System.Collections.Immutable;

namespace RigBuilder.Rules.Model;

/// <summary>A checked, ordered set of rules; immutable and safe to share.</summary>
public sealed record RuleSet
{
    /// <summary>A set without rules.</summary>
    public static RuleSet Empty { get; } = new();
}
