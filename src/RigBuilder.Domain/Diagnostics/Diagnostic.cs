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
