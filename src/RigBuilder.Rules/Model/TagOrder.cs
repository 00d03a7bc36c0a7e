using System.Collections.Immutable;

namespace RigBuilder.Rules.Model;

/// <summary>Orders rules so that a tag is settled before it is tested.</summary>
internal static class TagOrder
{
    /// <summary>Sorts rules; those that have no place stay out.</summary>
    /// <param name="rules">Rules by id; that order is kept as far as the tags allow.</param>
    /// <param name="cycle">Rules that wait for one another, and those that wait for them.</param>
    public static ImmutableArray<Rule> Sort(IReadOnlyList<Rule> rules, out ImmutableArray<Rule> cycle)
    {
        var pending = rules.ToList();
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tag in rules.SelectMany(r => r.Asserts)) open[tag] = open.GetValueOrDefault(tag) + 1;
        var ordered = ImmutableArray.CreateBuilder<Rule>(rules.Count);
        while (true)
        {
            var ready = pending.Where(r => r.TestedTags.All(t => open.GetValueOrDefault(t) == 0)).ToArray();
            if (ready.Length == 0) break;
            foreach (var rule in ready)
            {
                ordered.Add(rule);
                pending.Remove(rule);
                foreach (var tag in rule.Asserts) open[tag]--;
            }
        }

        cycle = [.. pending];
        return ordered.ToImmutable();
    }
}
