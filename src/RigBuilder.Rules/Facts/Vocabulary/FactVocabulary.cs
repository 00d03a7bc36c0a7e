using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Facts.Vocabulary;

/// <summary>
/// Every name that rules can use, with type and documentation: the source of checks, completion, "did you mean" and the
/// manual. Rules read facts through it and through nothing else.
/// </summary>
public static class FactVocabulary
{
    /// <summary>The facts as a whole; its members are the names that expressions start with.</summary>
    public static EntityType Facts { get; } = new EntityBuilder<RigFacts>()
        .Thing("rig", RigVocabulary.Rig, f => f, "The rig as a whole.")
        .Thing("gpu", GpuVocabulary.Type, f => f.FirstGpu, "The first graphics card.")
        .Thing("cpu", PartVocabulary.Cpu, f => f.Rig.Cpu, "The processor.")
        .Thing("board", PartVocabulary.Board, f => f.Rig.Motherboard, "The motherboard.")
        .Thing("motherboard", PartVocabulary.Board, f => f.Rig.Motherboard, "The motherboard, by its long name.")
        .Thing("memory", PartVocabulary.Memory, f => f.Rig.Memory.FirstOrDefault(), "The first RAM kit.")
        .Thing("ssd", PartVocabulary.Ssd, f => f.FirstSsd, "The first drive.")
        .Thing("psu", PartVocabulary.Psu, f => f.Rig.Psu, "The power supply.")
        .Thing("case", PartVocabulary.Case, f => f.Rig.Case, "The case.")
        .Thing("cooler", PartVocabulary.Cooler, f => f.Rig.Cooler, "The CPU cooler.")
        .Thing("machine", PartVocabulary.Machine, f => f.Rig.Machine, "The machine that is bought whole.")
        .Thing("quest", QuestVocabulary.Quest, f => f.Situation.Quest, "What the rig is for.")
        .Thing("workload", QuestVocabulary.Quest, f => f.Situation.Quest, "What the rig is for, by another name.")
        .Thing("model", QuestVocabulary.Model, f => f.Situation.Quest.Model, "The model that the quest names.")
        .Thing("quant", QuestVocabulary.Quant, f => f.Situation.Quest.Quant, "The quantisation that the quest names.")
        .Thing("plan", PlanVocabulary.Plan, f => f, "What is predicted.")
        .Thing("system_memory", PlanVocabulary.SystemMemory, f => f.Forecast.SystemMemory, "System memory as it will run.")
        .Thing("cables", RigVocabulary.Cables, f => f.Cabling, "Power connectors needed and offered.")
        .Build("facts", "facts", "Everything a rule can see.");

    /// <summary>The scope of a rule's expressions.</summary>
    public static Scope Scope { get; } = Scope.Of(Facts);

    /// <summary>Every kind of thing, in the order of the documentation.</summary>
    public static ImmutableArray<EntityType> Entities { get; } =
    [
        QuestVocabulary.Quest, QuestVocabulary.Model, QuestVocabulary.Quant, RigVocabulary.Rig, GpuVocabulary.Type,
        PartVocabulary.Cpu, PartVocabulary.Board, PartVocabulary.PcieSlot, PartVocabulary.M2Slot, PartVocabulary.Memory, PartVocabulary.Ssd,
        PartVocabulary.Psu, PartVocabulary.Case, PartVocabulary.Cooler, PartVocabulary.Machine, RigVocabulary.Missing,
        PlanVocabulary.Plan, PlanVocabulary.SystemMemory, RigVocabulary.Cables,
    ];

    /// <summary>The names under which a cure's filter speaks of the part that is tried.</summary>
    public static ImmutableArray<string> NamesOf(PartKind slot) => slot == PartKind.Motherboard ? ["board", "motherboard"] : [Words.Slot.Words[(int)slot]];

    /// <summary>The type of a slot's parts.</summary>
    public static EntityType TypeOf(PartKind slot) => (EntityType)Facts.Find(NamesOf(slot)[0])!.Type;

    /// <summary>A part that is only considered, as the vocabulary reads it.</summary>
    internal static object Consider(Part part) => part switch
    {
        Gpu gpu => new GpuFacts(gpu, 0, null, null, null),
        Ssd ssd => new SsdFacts(ssd, null, null),
        _ => part,
    };
}
