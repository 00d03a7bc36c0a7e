using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Model;

/// <summary>A stretch of a message: fixed text, or the value of an expression.</summary>
/// <param name="Literal">The fixed text; null for a value.</param>
/// <param name="Value">The expression; null for fixed text.</param>
public sealed record TemplatePart(string? Literal, Node? Value);
