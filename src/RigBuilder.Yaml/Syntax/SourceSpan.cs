namespace RigBuilder.Yaml.Syntax;

/// <summary>A stretch of one line: line and column from 1, and the characters to underline.</summary>
/// <param name="Line">Line, from 1; 0 for the whole file.</param>
/// <param name="Column">Column, from 1; 0 for the whole line.</param>
/// <param name="Length">Characters, 1 or more.</param>
public readonly record struct SourceSpan(int Line, int Column, int Length);
