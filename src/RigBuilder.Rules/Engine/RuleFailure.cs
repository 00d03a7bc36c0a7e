namespace RigBuilder.Rules.Engine;

/// <summary>A rule whose evaluation failed.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Reason">What went wrong.</param>
public sealed record RuleFailure(string RuleId, string Reason);
