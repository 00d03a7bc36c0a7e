namespace RigBuilder.Rules.Tests.Judging;

/// <summary>A rule as text.</summary>
public sealed record RuleText(string Id, string? For, string? When, string? Require, string? Message, string[] Asserts);
