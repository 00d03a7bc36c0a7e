using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Facts;
using RigBuilder.Rules.Facts.Vocabulary;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// Which parts would cure a finding, by its rule's "fix": for "jump to the slot, filtered by the cure". The parts' own figures
/// decide; a part with an unknown figure is no cure. What the fix demands of a slot that is still empty (a board for the
/// memory's type) is left out. Not safe for concurrent use.
/// </summary>
public sealed class CureFilter
{
    private readonly EvaluationFrame _frame = new();
    private readonly RuleFix _fix;
    private readonly Func<EvaluationFrame, Truth>[] _demands;

    private CureFilter(RuleFix fix, Node where, RigFacts facts)
    {
        (_fix, Text) = (fix, where.Text);
        _demands = [.. Demands(where).Where(d => !NamesEmptySlot(d, facts)).Select(Compiler.Truth)];
    }

    /// <summary>The slot to jump to.</summary>
    public PartKind Slot => _fix.Slot;

    /// <summary>The condition as the rule states it: "gpu.vram >= plan.vram_needed / rig.gpu_count".</summary>
    public string Text { get; }

    /// <summary>The filter for a finding; null when its rule names no parts that would do.</summary>
    /// <param name="rules">The set that the finding comes from.</param>
    /// <param name="situation">The situation that was judged.</param>
    /// <param name="finding">The finding.</param>
    public static CureFilter? For(RuleSet rules, Situation situation, Finding finding)
    {
        if (rules.Find(finding.RuleId) is not { Fix: { Where: { } where } fix } rule) return null;
        var facts = new RigFacts(situation);
        var filter = new CureFilter(fix, where, facts);
        filter._frame.Begin(facts, situation.Assumed);
        if (rule.For is not { } loop) return filter;
        var elements = new CompiledRule(rule).Elements(filter._frame);
        for (var i = 0; i < elements.Count; i++)
            if (CompiledRule.SubjectOf(loop, i) == finding.Subject) filter._frame[loop.Variable.Slot] = elements[i];
        return filter;
    }

    /// <summary>Whether a part would cure the finding; false for parts of another slot.</summary>
    public bool Cures(Part part)
    {
        if (part.Kind != Slot) return false;
        _frame.Refuel();
        var candidate = FactVocabulary.Consider(part);
        foreach (var variable in _fix.Candidates) _frame[variable.Slot] = candidate;
        foreach (var demand in _demands)
            if (demand(_frame) != Truth.True) return false;
        return true;
    }

    private static IEnumerable<Node> Demands(Node where) =>
        where is LogicNode { IsAnd: true } both ? Demands(both.Left).Concat(Demands(both.Right)) : [where];

    private static bool NamesEmptySlot(Node demand, RigFacts facts) => demand.All().Any(part =>
        part is MemberNode { Target: VariableNode { Variable.Slot: 0 }, Member.Thing: { } read } && read(facts) is null);
}
