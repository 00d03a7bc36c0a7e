using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Model;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rules;

/// <summary>A rule file as read, before its expressions are.</summary>
internal sealed record RuleText
{
    public required Located<string> Id { get; init; }

    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    public required Maturity Maturity { get; init; }

    public Located<string>? For { get; init; }

    public Located<string>? When { get; init; }

    public Located<string>? Require { get; init; }

    public Located<string>? Message { get; init; }

    public Located<string>? Cure { get; init; }

    public FixKeys? Fix { get; init; }

    public string? Why { get; init; }

    public int? Points { get; init; }

    public RuleSource? Source { get; init; }

    public ImmutableArray<string> Asserts { get; init; } = [];

    public string? Since { get; init; }

    public Deprecation? Deprecated { get; init; }

    public ImmutableArray<RuleTestText> Tests { get; init; } = [];

    /// <summary>The keys of "fix".</summary>
    internal sealed record FixKeys(PartKind Slot, Located<string>? Where);
}
