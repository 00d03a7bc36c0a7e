namespace RigBuilder.Domain.Diagnostics;

/// <summary>A place in a text file.</summary>
/// <param name="File">Path as given by the user or relative to the data folder.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column, from 1; 0 when the whole line is meant.</param>
/// <param name="Length">Characters to underline, 1 or more.</param>
public sealed record SourceLocation(string File, int Line, int Column, int Length = 1)
{
    /// <summary>"file:line:column".</summary>
    public override string ToString() => Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
