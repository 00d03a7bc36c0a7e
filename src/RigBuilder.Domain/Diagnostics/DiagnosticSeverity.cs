namespace RigBuilder.Domain.Diagnostics;

/// <summary>How serious a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The entry cannot be used.</summary>
    Error,

    /// <summary>The entry is used; something about it is doubtful.</summary>
    Warning,
}
