using System.Collections.Frozen;
using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Rules.Model;

/// <summary>A checked, ordered set of rules; immutable and safe to share.</summary>
public sealed record RuleSet
{
    private readonly FrozenDictionary<string, Rule> _byId;

    private RuleSet(ImmutableArray<Rule> rules, ImmutableArray<Rule> deprecated)
    {
        (Rules, Deprecated) = (rules, deprecated);
        _byId = rules.Concat(deprecated).ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>A set without rules.</summary>
    public static RuleSet Empty { get; } = new([], []);

    /// <summary>The rules in the order of evaluation: a rule comes after all rules whose tags it tests.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>Rules that are kept for their ids but no longer judged, by id.</summary>
    public ImmutableArray<Rule> Deprecated { get; }

    /// <summary>The rule of this id, deprecated ones included; null when there is none.</summary>
    public Rule? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>All ids.</summary>
    public IEnumerable<string> Ids => _byId.Keys;

    /// <summary>
    /// Puts rules together and in order. Of two rules with one id the first stays; rules of a tag cycle are left out; a tag
    /// that nobody asserts is reported and counts as never asserted.
    /// </summary>
    /// <param name="rules">The rules.</param>
    /// <param name="diagnostics">What is wrong with the set.</param>
    public static RuleSet Create(IEnumerable<Rule> rules, out ImmutableArray<Diagnostic> diagnostics)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var unique = Unique(rules, found);
        var active = unique.Where(r => r.Deprecated is null).OrderBy(r => r.Id, StringComparer.Ordinal).ToArray();
        ReportUndefinedTags(active, found);
        var ordered = TagOrder.Sort(active, out var cycle);
        if (cycle.Length > 0)
        {
            foreach (var rule in cycle)
            {
                found.Add(new Diagnostic(RuleCodes.TagCycle, DiagnosticSeverity.Error, rule.Location,
                    $"rule '{rule.Id}' waits for tags that wait for it: {string.Join(", ", cycle.Select(r => r.Id))}")
                {
                    Help = "let one of them test facts instead of a tag",
                });
            }
        }

        diagnostics = found.ToImmutable();
        return new RuleSet(ordered, [.. unique.Where(r => r.Deprecated is not null).OrderBy(r => r.Id, StringComparer.Ordinal)]);
    }

    private static List<Rule> Unique(IEnumerable<Rule> rules, ImmutableArray<Diagnostic>.Builder found)
    {
        var unique = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (unique.TryAdd(rule.Id, rule)) continue;
            var first = unique[rule.Id].Location;
            found.Add(new Diagnostic(RuleCodes.DuplicateId, DiagnosticSeverity.Error, rule.Location,
                $"the id '{rule.Id}' is taken{(first is null ? "" : $" by {first}")}")
            { Help = "give this rule another id" });
        }

        return [.. unique.Values];
    }

    private static void ReportUndefinedTags(Rule[] rules, ImmutableArray<Diagnostic>.Builder found)
    {
        var asserted = rules.SelectMany(r => r.Asserts).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            foreach (var tag in rule.TestedTags.Where(t => !asserted.Contains(t)))
            {
                var nearest = Domain.Spelling.Nearest(tag, asserted);
                found.Add(new Diagnostic(RuleCodes.UndefinedTag, DiagnosticSeverity.Error, rule.Location,
                    $"rule '{rule.Id}' tests the tag '{tag}', which no rule asserts")
                { Help = nearest is null ? null : $"did you mean '{nearest}'?" });
            }
        }
    }
}
