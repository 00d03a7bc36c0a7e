namespace RigBuilder.Workbench.State;

/// <summary>A test of a rule that was run.</summary>
/// <param name="Expectation">"fires on 2× rtx-3090 + …".</param>
/// <param name="Failure">What went wrong; null when it holds.</param>
public sealed record TestedRule(string Expectation, string? Failure);
