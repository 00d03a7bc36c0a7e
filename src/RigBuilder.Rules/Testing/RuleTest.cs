using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Rigs;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Expressions;

namespace RigBuilder.Rules.Testing;

/// <summary>A test that stands in a rule's file.</summary>
public sealed record RuleTest
{
    /// <summary>What it shows.</summary>
    public required RuleTestKind Kind { get; init; }

    /// <summary>Whether the rule must fire.</summary>
    public required bool ExpectsFiring { get; init; }

    /// <summary>The rig and quest, by ids.</summary>
    public required Build Build { get; init; }

    /// <summary>Figures given instead of the real ones; see <see cref="Judging.Situation.Assumed"/>.</summary>
    public ImmutableDictionary<Member, object> Given { get; init; } = ImmutableDictionary<Member, object>.Empty;

    /// <summary>Texts that the first finding's message must hold.</summary>
    public ImmutableArray<string> Message { get; init; } = [];

    /// <summary>Texts that the first finding's cure must hold.</summary>
    public ImmutableArray<string> Cure { get; init; } = [];

    /// <summary>Subject of the first finding; null when it does not matter.</summary>
    public string? Subject { get; init; }

    /// <summary>Number of findings; null when it does not matter.</summary>
    public int? Count { get; init; }

    /// <summary>Tags that must be asserted.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Where it stands; null for tests that come from no file.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The rig and the quest by ids, and the figures given instead of the real ones: "2× rtx-3090 + llama-65b with psu.watts = 650 W".</summary>
    public string Describe()
    {
        var parts = Build.Slots.SelectMany(s => s.Value).Select(s => s.Count == 1 ? s.PartId : $"{s.Count}× {s.PartId}");
        string?[] quest = [Build.Quest.ModelId, Build.Quest.QuantId];
        var all = string.Join(" + ", parts.Concat(quest.OfType<string>()));
        var given = Given.OrderBy(g => g.Key.FullName, StringComparer.Ordinal).Select(g => $"{g.Key.FullName} = {Figure(g.Key, g.Value)}");
        return (all.Length == 0 ? "an empty rig" : all) + (Given.IsEmpty ? "" : " with " + string.Join(", ", given));
    }

    private static string Figure(Member member, object value) => (value, member.Type) switch
    {
        (double number, NumberType type) => FigureText.Of(number, type),
        (Truth truth, _) => FigureText.Of(truth),
        (string text, var type) => FigureText.Of(text, type),
        _ => value.ToString() ?? "",
    };
}

/// <summary>What a rule's test shows.</summary>
public enum RuleTestKind
{
    /// <summary>A rig that the rule fires on.</summary>
    Fires,

    /// <summary>A rig that it is silent on.</summary>
    Silent,

    /// <summary>A rig that sits on its threshold.</summary>
    Boundary,
}
