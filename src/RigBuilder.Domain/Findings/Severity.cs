namespace RigBuilder.Domain.Findings;

/// <summary>How much a finding matters, most serious first.</summary>
public enum Severity
{
    /// <summary>The rig cannot be built or cannot run the model.</summary>
    Error,

    /// <summary>It works, with a drawback a person should decide on.</summary>
    Warning,

    /// <summary>It works; this would be better.</summary>
    Advice,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Something done well.</summary>
    Achievement,
}
