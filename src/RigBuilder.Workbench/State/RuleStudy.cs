namespace RigBuilder.Workbench.State;

/// <summary>A rule looked at closely: what it makes of a rig, and whether its tests hold.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Explanation">Its evaluation on the rig with values put in, as lines that are indented to a tree.</param>
/// <param name="Tests">Its tests, run just now.</param>
/// <param name="Location">Where it is written; null when not known.</param>
public sealed record RuleStudy(string RuleId, string Explanation, ImmutableArray<TestedRule> Tests, SourceLocation? Location);
