using System.Collections.Immutable;

namespace RigBuilder.Rules.Model;

/// <summary>What a rule rests on.</summary>
/// <param name="Seed">Sections of the seed article that give the advice; empty for rules beyond it.</param>
/// <param name="References">Other public sources.</param>
/// <param name="KnownGaps">What the rule does not catch, in words; null when nothing is known.</param>
public sealed record RuleSource(ImmutableArray<int> Seed, ImmutableArray<string> References, string? KnownGaps);
