using System.Collections.Immutable;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Explaining;

/// <summary>
/// Evaluates an expression and every part of it with the delegates that engines use, so that what is shown is what was
/// judged.
/// </summary>
internal sealed class Tracer(EvaluationFrame frame)
{
    private const int MostElements = 16;

    public Trace Trace(Node node, string prefix = "")
    {
        frame.Refuel();
        var (value, known) = Value(node);
        return new Trace(prefix + node.Text, value, known, Parts(node));
    }

    /// <summary>The first fact below a node that is not known, in words; null when all are.</summary>
    public string? Missing(Node node)
    {
        frame.Refuel();
        if (node is CallNode { Function: Function.Present }) return null;
        if (node is MemberNode member)
        {
            if (Compiler.Known(node)(frame)) return null;
            if (member.Target is VariableNode { Variable.Slot: 0 }) return Vacant(member);
            return Missing(member.Target) ?? $"{member.Text} is not known";
        }

        if (node is LoopNode loop && Compiler.List(loop.Source)(frame) is { } list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                frame[loop.Variable.Slot] = list[i];
                var missing = (loop.Where is null ? null : Missing(loop.Where)) ?? Missing(loop.Body);
                if (missing is not null) return $"{missing} ({loop.Variable.Name} {i + 1})";
            }

            return null;
        }

        return node.Parts.Select(Missing).FirstOrDefault(m => m is not null);
    }

    private static string Vacant(MemberNode member) => member.Member.Name switch
    {
        "model" or "quant" => $"no {member.Member.Name} is chosen",
        "system_memory" => "the memory slot is empty",
        _ => $"the {member.Text} slot is empty",
    };

    private (string Value, bool Known) Value(Node node)
    {
        switch (node.Type)
        {
            case ListType:
                var list = Compiler.List(node)(frame);
                return list is null ? (FigureText.Unknown, false) : ($"{list.Count} element{(list.Count == 1 ? "" : "s")}", true);
            case EntityType entity:
                var thing = Compiler.Thing(node)(frame);
                return thing is null ? ("nothing there", false) : (entity.Find("name")?.Text?.Invoke(thing) ?? "there", true);
            default:
                return (FigureText.Of(node)(frame), Compiler.Known(node)(frame));
        }
    }

    private ImmutableArray<Trace> Parts(Node node) => node switch
    {
        MemberNode member => member.Target is VariableNode || Compiler.Known(node)(frame) ? [] : [Trace(member.Target)],
        LoopNode loop => Elements(loop),
        _ => [.. node.Parts.Where(p => p is not (NumberNode or TextNode or TruthNode)).Select(p => Trace(p))],
    };

    private ImmutableArray<Trace> Elements(LoopNode loop)
    {
        if (Compiler.List(loop.Source)(frame) is not { } list) return [Trace(loop.Source)];
        var traces = ImmutableArray.CreateBuilder<Trace>();
        for (var i = 0; i < Math.Min(list.Count, MostElements); i++)
        {
            frame[loop.Variable.Slot] = list[i];
            var prefix = $"{loop.Variable.Name} {i + 1}: ";
            if (loop.Where is { } where)
            {
                traces.Add(Trace(where, prefix + "where "));
                frame[loop.Variable.Slot] = list[i];
            }

            traces.Add(Trace(loop.Body, prefix));
        }

        return traces.ToImmutable();
    }
}
