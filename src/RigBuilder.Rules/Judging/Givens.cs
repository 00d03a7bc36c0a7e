using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Rules.Engine;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Facts.Vocabulary;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// The kinds of facts, and which of them a rule reads. A name of the vocabulary that is not listed here counts as reading
/// everything, which is slower and never wrong.
/// </summary>
internal static class Givens
{
    private static readonly ImmutableArray<(Type Type, Func<IGiven> Make)> Kinds =
    [
        Kind(s => s.Rig.Gpus),
        Kind(s => One(s.Rig.Cpu)),
        Kind(s => One(s.Rig.Motherboard)),
        Kind(s => s.Rig.Memory),
        Kind(s => s.Rig.Ssds),
        Kind(s => One(s.Rig.Psu)),
        Kind(s => One(s.Rig.Case)),
        Kind(s => One(s.Rig.Cooler)),
        Kind(s => s.Rig.Missing),
        Kind(s => One(s.Quest)),
        Kind(s => One(s.Forecast)),
    ];

    // A card's seat depends on board, case and CPU (its PCIe generation), its memory on the plan; drives take the board's sockets.
    private static readonly ImmutableArray<Type> OfGpu = [typeof(Gpu), typeof(Cpu), typeof(Motherboard), typeof(PcCase), typeof(Forecast)];
    private static readonly ImmutableArray<Type> OfSsd = [typeof(Ssd), typeof(Motherboard)];

    private static readonly ImmutableDictionary<string, ImmutableArray<Type>> ByName = new Dictionary<string, ImmutableArray<Type>>
    {
        ["gpu"] = OfGpu,
        ["cpu"] = [typeof(Cpu)],
        ["board"] = [typeof(Motherboard)],
        ["motherboard"] = [typeof(Motherboard)],
        ["memory"] = [typeof(MemoryKit)],
        ["ssd"] = OfSsd,
        ["psu"] = [typeof(Psu)],
        ["case"] = [typeof(PcCase)],
        ["cooler"] = [typeof(Cooler)],
        ["quest"] = [typeof(Quest)],
        ["workload"] = [typeof(Quest)],
        ["model"] = [typeof(Quest)],
        ["quant"] = [typeof(Quest)],
        ["plan"] = [typeof(Forecast)],
        ["system_memory"] = [typeof(Forecast)],
        ["cables"] = [typeof(Gpu), typeof(Motherboard), typeof(Psu)],
        ["rig.gpus"] = OfGpu,
        ["rig.gpu_count"] = [typeof(Gpu)],
        ["rig.card_count"] = [typeof(Gpu)],
        ["rig.gpu_names"] = [typeof(Gpu)],
        ["rig.vram"] = [typeof(Gpu)],
        ["rig.vram_usable"] = [typeof(Forecast)],
        ["rig.largest_vram"] = [typeof(Gpu)],
        ["rig.same_gpus"] = [typeof(Gpu)],
        ["rig.memory_kits"] = [typeof(MemoryKit)],
        ["rig.kit_count"] = [typeof(MemoryKit)],
        ["rig.memory_modules"] = [typeof(MemoryKit)],
        ["rig.memory_capacity"] = [typeof(MemoryKit)],
        ["rig.ssds"] = OfSsd,
        ["rig.ssd_count"] = [typeof(Ssd)],
        ["rig.nvme_count"] = [typeof(Ssd)],
        ["rig.sata_count"] = [typeof(Ssd)],
        ["rig.storage"] = [typeof(Ssd)],
        ["rig.missing"] = [typeof(MissingPart)],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The facts of a new session.</summary>
    public static ImmutableArray<IGiven> Make() => [.. Kinds.Select(k => k.Make())];

    /// <summary>The types of the facts that a rule reads, in the order of all rules, so that they share the joins.</summary>
    public static ImmutableArray<Type> ReadBy(Rule rule)
    {
        var read = rule.Expressions.SelectMany(Of).ToHashSet();
        return [.. Kinds.Where(k => read.Contains(k.Type)).Select(k => typeof(Given<>).MakeGenericType(k.Type))];
    }

    private static IEnumerable<Type> Of(Node node) => node switch
    {
        MemberNode { Target: MemberNode { Target: VariableNode { Variable.Slot: 0 }, Member.Name: "rig" }, Member: var member } => Named("rig." + member.Name),
        MemberNode { Target: VariableNode { Variable.Slot: 0 }, Member: var member } => Named(member.Name),
        VariableNode { Variable.Slot: 0 } => Named(""),
        _ => node.Parts.SelectMany(Of),
    };

    private static IEnumerable<Type> Named(string name) => ByName.TryGetValue(name, out var types) ? types : Kinds.Select(k => k.Type);

    private static (Type, Func<IGiven>) Kind<T>(Func<Situation, IEnumerable<T>> read)
        where T : class => (typeof(T), () => new Given<T>(read));

    private static IEnumerable<T> One<T>(T? thing)
        where T : class => thing is null ? [] : [thing];
}
