using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Expressions;

/// <summary>Names, arguments and documentation of functions and loops: the source of messages, completion and the manual.</summary>
public static class FunctionTable
{
    /// <summary>All functions.</summary>
    public static ImmutableArray<FunctionDoc> Functions { get; } =
    [
        new("min", Function.Min, 2, 8, "min(cpu.memory_channels, board.memory_channels)", "The smallest of several numbers."),
        new("max", Function.Max, 2, 8, "max(gpu.vram, 8 GiB)", "The largest of several numbers."),
        new("round", Function.Round, 1, 2, "round(plan.price, 10 USD)", "The nearest whole number, or the nearest multiple of a step."),
        new("ceil", Function.Ceil, 1, 2, "ceil(gpu.slots)", "The next whole number, or multiple of a step, at or above."),
        new("floor", Function.Floor, 1, 2, "floor(psu.watts, 50 W)", "The next whole number, or multiple of a step, at or below."),
        new("abs", Function.Abs, 1, 1, "abs(psu.watts - plan.watts_rated)", "A number without its sign."),
        new("contains", Function.Contains, 2, 2, "contains(gpu.name, 'Founders')", "Whether a text holds another one; letter case does not matter."),
        new("present", Function.Present, 1, 1, "present(cooler)", "Whether a slot is filled or a figure known; never unknown itself."),
        new("first_known", Function.FirstKnown, 2, 8, "first_known(cpu.turbo_power, cpu.tdp)", "The first of several values that is known."),
        new("if", Function.If, 3, 3, "if(cooler.type == air, cooler.height, 0 mm)", "The second value where the condition holds, else the third."),
        new("count", Function.Count, 1, 1, "count(rig.gpus)", "Number of elements of a list."),
    ];

    /// <summary>The loops: "any(condition for x in list where condition)".</summary>
    public static ImmutableArray<(string Name, LoopKind Kind, string Doc)> LoopDocs { get; } =
    [
        ("any", LoopKind.Any, "Whether the condition holds for at least one element; false for an empty list."),
        ("all", LoopKind.All, "Whether the condition holds for every element; true for an empty list."),
        ("count", LoopKind.Count, "For how many elements the condition holds."),
        ("sum", LoopKind.Sum, "The sum of a number; 0 for an empty list."),
        ("min", LoopKind.Min, "The smallest number; unknown for an empty list."),
        ("max", LoopKind.Max, "The largest number; unknown for an empty list."),
        ("list", LoopKind.List, "The different texts, joined by commas, for messages."),
    ];

    /// <summary>Names of the loops.</summary>
    public static IEnumerable<string> Loops => LoopDocs.Select(l => l.Name);

    /// <summary>Names of all functions and loops.</summary>
    public static IEnumerable<string> Names => Functions.Select(f => f.Name).Append("tagged").Concat(Loops).Distinct();

    internal static FunctionDoc? Find(string name) => Functions.FirstOrDefault(f => f.Name == name);

    internal static LoopKind? FindLoop(string name)
    {
        foreach (var loop in LoopDocs)
            if (loop.Name == name) return loop.Kind;
        return null;
    }
}

/// <summary>A function as documented.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Function">What it does.</param>
/// <param name="Fewest">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Example">An example.</param>
/// <param name="Doc">One sentence.</param>
public sealed record FunctionDoc(string Name, Function Function, int Fewest, int Most, string Example, string Doc)
{
    internal string Count => Fewest == Most ? $"{Fewest} argument{(Fewest == 1 ? "" : "s")}" : $"{Fewest} to {Most} arguments";
}
