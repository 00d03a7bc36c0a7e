using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Rigs;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Rules;

/// <summary>A rule's test as read.</summary>
internal sealed record RuleTestText
{
    public RigKeys? Fires { get; init; }

    public RigKeys? Silent { get; init; }

    public RigKeys? Boundary { get; init; }

    public Located<bool>? Expect { get; init; }

    public ImmutableArray<string> Message { get; init; } = [];

    public ImmutableArray<string> Cure { get; init; } = [];

    public string? Subject { get; init; }

    public int? Count { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public SourceSpan Span { get; init; }

    /// <summary>The compact rig of a test: slots, quest and given figures in one mapping.</summary>
    internal sealed record RigKeys(QuestText Quest, ImmutableArray<(PartKind Kind, ImmutableArray<Located<Selection>> Selections)> Parts, YamlNode? Given)
    {
        public Build ToBuild() => new RigText("Test rig", Quest, Parts, []).ToBuild();
    }
}
