namespace RigBuilder.Rules.Expressions;

/// <summary>Something wrong with an expression, at a stretch of its text.</summary>
/// <param name="Code">Diagnostic code, "RB3203".</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Characters, 1 or more (the end of the text counts as one).</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Help">What to write instead, or null.</param>
public sealed record ExpressionProblem(string Code, int Start, int Length, string Message, string? Help = null);
