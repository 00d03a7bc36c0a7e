using RigBuilder.Domain.Findings;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Facts.Vocabulary;
using RigBuilder.Rules.Model;
using RigBuilder.Rules.Reading;

namespace RigBuilder.Rules.Tests.Judging;

/// <summary>Rule sets over every part of the vocabulary, with tags that build on one another.</summary>
internal static class RandomRules
{
    private static readonly string[] Conditions =
    [
        "rig.gpu_count >= 2", "plan.vram_needed <= rig.vram_usable", "cpu.socket == board.socket", "rig.memory_capacity >= 32 GiB",
        "any(gpu.vram < 16 GiB for gpu in rig.gpus)", "psu.watts >= plan.watts_recommended", "rig.empty", "rig.same_gpus",
        "plan.decode >= 10 tok/s", "quest.context > 2048", "system_memory.channels >= 2", "rig.storage >= 1 TB", "rig.nvme_count > 0",
        "cables.eight_pins_needed <= cables.eight_pins_offered", "gpu.vram >= 12 GiB", "model.params > 7000000000", "plan.price <= 2000 USD",
        "rig.kit_count == 1", "cooler.id == 'none'", "case.gpu_length >= 300 mm", "all(gpu.bandwidth > 300 GB/s for gpu in rig.gpus)",
        "workload.runs_on == gpu", "rig.largest_vram >= 24 GiB", "plan.psu_load > 0.8", "quant.bits <= 4",
    ];

    private static readonly string[] Messages =
        ["needs {plan.vram_needed}, has {rig.vram_usable}", "{rig.gpu_names} with {cpu.name}", "{plan.watts_rated} of {psu.watts}", "{model.name} at {quest.context}", "fixed"];

    public static IEnumerable<string> AllConditions => Conditions;

    public static RuleSet Of(Random random) => Many(random.Next(3, 14), random);

    public static RuleSet Many(int count, Random random) => Set([.. Enumerable.Range(0, count).Select(i => Text(i, random))]);

    public static RuleSet Set(RuleText[] texts)
    {
        var set = RuleSet.Create([.. texts.Select(Rule)], out var diagnostics);
        Assert.That(diagnostics.Where(d => d.Severity == Domain.Diagnostics.DiagnosticSeverity.Error), Is.Empty);
        return set;
    }

    private static RuleText Text(int i, Random random)
    {
        // A rule asserts the tag of its number and tests only those of rules before it: no cycles.
        var when = Condition(random);
        if (i > 0 && random.Next(2) == 0) when = $"{(random.Next(2) == 0 ? "not " : "")}tagged('t{random.Next(i)}') {(random.Next(2) == 0 ? "and" : "or")} {when}";
        var loop = random.Next(4) == 0;
        if (loop) when = $"gpu.vram {(random.Next(2) == 0 ? ">=" : "<")} {random.Next(8, 33)} GiB";
        return new RuleText($"rule-{i:000}", loop ? "gpu in rig.gpus" : null, random.Next(8) == 0 ? null : when, random.Next(3) == 0 ? null : Condition(random),
            random.Next(6) == 0 ? null : loop ? "{gpu.name} has {gpu.vram}" : Messages[random.Next(Messages.Length)], [$"t{i}"]);
    }

    private static string Condition(Random random) => Conditions[random.Next(Conditions.Length)];

    private static Rule Rule(RuleText text)
    {
        var scope = FactVocabulary.Scope;
        RuleLoop? loop = null;
        if (text.For is { } source) loop = LoopText.Parse(source, scope, out scope, out _);
        return new Rule
        {
            Id = text.Id,
            Title = text.Id,
            Severity = (Severity)(text.Id[^1] % 3),
            For = loop,
            When = text.When is { } when ? Node(when, scope) : null,
            Require = text.Require is { } require ? Node(require, scope) : null,
            Message = text.Message is { } message ? Template(message, scope) : null,
            Asserts = [.. text.Asserts],
        };
    }

    private static RigBuilder.Rules.Expressions.Nodes.Node Node(string text, Scope scope)
    {
        var read = CheckedExpression.Condition(text, scope);
        return read.Root ?? throw new ArgumentException($"{text}: {string.Join("; ", read.Problems.Select(p => p.Message))}");
    }

    private static MessageTemplate Template(string text, Scope scope) =>
        MessageTemplate.Parse(text, scope, out var problems) ?? throw new ArgumentException($"{text}: {string.Join("; ", problems.Select(p => p.Message))}");
}
