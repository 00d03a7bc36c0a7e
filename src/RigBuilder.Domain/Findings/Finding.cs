using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Findings;

/// <summary>What a rule has to say about a rig.</summary>
public sealed record Finding
{
    /// <summary>The rule's id.</summary>
    public required string RuleId { get; init; }

    /// <summary>The rule's title.</summary>
    public required string Title { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One or two sentences with the figures of this rig.</summary>
    public required string Message { get; init; }

    /// <summary>Which element of the rule's collection it is about ("gpu 2"), or null.</summary>
    public string? Subject { get; init; }

    /// <summary>The slot a person would change; null when none in particular.</summary>
    public PartKind? Slot { get; init; }

    /// <summary>A cure in words, with figures; null when the rule has none.</summary>
    public string? Cure { get; init; }

    /// <summary>Why the rule exists.</summary>
    public string? Why { get; init; }

    /// <summary>Points it takes off the grade, 0 to 100; null for what is usual for its severity. See the rule's points.</summary>
    public int? Points { get; init; }
}

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
