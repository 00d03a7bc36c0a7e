using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Testing;

namespace RigBuilder.Rules.Model;

/// <summary>
/// A checked rule. It fires when <see cref="When"/> is true and <see cref="Require"/> is false; a missing When counts as true,
/// and a rule without Require fires when its When is true. Where either is unknown, because a slot is empty or a figure not
/// known, it is silent. A rule that fires asserts its tags, and gives a finding if it has a message.
/// </summary>
public sealed record Rule
{
    /// <summary>Permanent kebab-case id; the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>What holds when the rule is silent, or what is so when it has no requirement.</summary>
    public required string Title { get; init; }

    /// <summary>How much its findings matter.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How well tried it is.</summary>
    public Maturity Maturity { get; init; } = Maturity.Stable;

    /// <summary>The list it is judged over; null when it is judged once.</summary>
    public RuleLoop? For { get; init; }

    /// <summary>Where the rule applies; null for everywhere.</summary>
    public Node? When { get; init; }

    /// <summary>What must hold; null when applying is enough.</summary>
    public Node? Require { get; init; }

    /// <summary>What it says; null for rules that only assert tags.</summary>
    public MessageTemplate? Message { get; init; }

    /// <summary>What to do about it, with figures; null when there is nothing to do.</summary>
    public MessageTemplate? Cure { get; init; }

    /// <summary>Where the cure lies; null when nowhere in particular.</summary>
    public RuleFix? Fix { get; init; }

    /// <summary>Why the rule exists.</summary>
    public string? Why { get; init; }

    /// <summary>
    /// Points that each of its findings takes off the grade, 0 to 100; null for what is usual for the severity. A warning of 0
    /// points says that something is still to be chosen; it makes the grade provisional.
    /// </summary>
    public int? Points { get; init; }

    /// <summary>What it rests on.</summary>
    public RuleSource? Source { get; init; }

    /// <summary>Tags it asserts when it fires.</summary>
    public ImmutableArray<string> Asserts { get; init; } = [];

    /// <summary>Version that brought it.</summary>
    public string? Since { get; init; }

    /// <summary>Set when the rule is no longer judged.</summary>
    public Deprecation? Deprecated { get; init; }

    /// <summary>Its tests.</summary>
    public ImmutableArray<RuleTest> Tests { get; init; } = [];

    /// <summary>Where it stands; null for rules that come from no file.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Its conditions, loop and placeholders.</summary>
    public IEnumerable<Node> Expressions =>
        ((Node?[])[For?.Source, When, Require, Fix?.Where, .. Message?.Values ?? [], .. Cure?.Values ?? []]).Where(n => n is not null).Select(n => n!);

    /// <summary>Tags that it tests.</summary>
    public IEnumerable<string> TestedTags => Expressions.SelectMany(e => e.All()).OfType<TaggedNode>().Select(t => t.Tag).Distinct();
}

/// <summary>"for: gpu in rig.gpus": a rule that is judged once per element.</summary>
/// <param name="Variable">The element, by its name.</param>
/// <param name="Source">The list.</param>
public sealed record RuleLoop(Variable Variable, Node Source);

/// <summary>Where a cure lies: a slot, and which of its parts would do.</summary>
/// <param name="Slot">The slot to change.</param>
/// <param name="Where">What a part must fulfil; null when nothing in particular.</param>
/// <param name="Candidates">The variables that stand for the part in <paramref name="Where"/> (a board has two names).</param>
public sealed record RuleFix(PartKind Slot, Node? Where, IReadOnlyList<Variable> Candidates);

/// <summary>What a rule rests on.</summary>
/// <param name="Seed">Sections of the seed article that give the advice; empty for rules beyond it.</param>
/// <param name="References">Other public sources.</param>
/// <param name="KnownGaps">What the rule does not catch, in words; null when nothing is known.</param>
public sealed record RuleSource(ImmutableArray<int> Seed, ImmutableArray<string> References, string? KnownGaps);

/// <summary>How well tried a rule is.</summary>
public enum Maturity
{
    /// <summary>New; its threshold may move.</summary>
    Incubating,

    /// <summary>Tried.</summary>
    Stable,
}

/// <summary>Why a rule is no longer judged. Its id stays taken.</summary>
/// <param name="Since">Version.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReplacedBy">The rule that does its work now, or null.</param>
public sealed record Deprecation(string Since, string Reason, string? ReplacedBy);
