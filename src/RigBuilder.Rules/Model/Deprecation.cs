namespace RigBuilder.Rules.Model;

/// <summary>Why a rule is no longer judged. Its id stays taken.</summary>
/// <param name="Since">Version.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReplacedBy">The rule that does its work now, or null.</param>
public sealed record Deprecation(string Since, string Reason, string? ReplacedBy);
