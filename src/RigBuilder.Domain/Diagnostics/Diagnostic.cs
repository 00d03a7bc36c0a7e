namespace RigBuilder.Domain.Diagnostics;

/// <summary>
/// Something wrong with a file or an input: where, what, why, and what to write instead. Codes: RB1 YAML syntax,
/// RB2 catalog, RB3 rules, RB4 rigs, RB5 inference and GGUF, RB6 hardware probe, RB7 command line. A code is never reused.
/// </summary>
/// <param name="Code">Stable id, "RB2103".</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Location">Where; null when no file is involved.</param>
/// <param name="Message">What is wrong, one sentence without a full stop.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, SourceLocation? Location, string Message)
{
    /// <summary>What to write instead ("did you mean 'GB/s'?"); null when there is nothing to say.</summary>
    public string? Help { get; init; }

    /// <summary>Why it is required; null when obvious.</summary>
    public string? Why { get; init; }

    /// <summary>The source line the location points at; null when not available.</summary>
    public string? SourceLine { get; init; }
}

/// <summary>How serious a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The entry cannot be used.</summary>
    Error,

    /// <summary>The entry is used; something about it is doubtful.</summary>
    Warning,
}

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
