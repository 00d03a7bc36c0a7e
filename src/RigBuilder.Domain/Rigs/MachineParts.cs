using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Rigs;

/// <summary>What a machine puts into the slots of its rig.</summary>
public static class MachineParts
{
    /// <summary>Why a GPU of the machine is not among the rig's.</summary>
    private const string Idle = "stays idle: llama.cpp leaves an integrated GPU alone beside a graphics card";

    /// <summary>
    /// The rig with the slots that its machine fills. What a person chose stays where the machine lets that slot change, and where it has
    /// no part of its own; elsewhere the machine's part is there, as it is sold. Added cards take the machine's link for them.
    /// </summary>
    public static Rig In(Rig rig, Catalog catalog)
    {
        if (rig.Machine is not { } machine) return rig;
        var filled = rig with
        {
            Cpu = One(PartKind.Cpu, rig.Cpu),
            Motherboard = One(PartKind.Motherboard, rig.Motherboard),
            Psu = One(PartKind.Psu, rig.Psu),
            Case = One(PartKind.Case, rig.Case),
            Cooler = One(PartKind.Cooler, rig.Cooler),
            Ssds = Own<Ssd>(PartKind.Ssd) is var drives && (drives.IsEmpty || Chosen(PartKind.Ssd, rig.Ssds)) ? rig.Ssds : drives,
            Memory = machine.Memory is null || Chosen(PartKind.Memory, rig.Memory) ? rig.Memory : [machine.Memory.Kit with { Included = true }],
        };
        return WithCards(filled);

        Rig WithCards(Rig rig)
        {
            var own = Own<Gpu>(PartKind.Gpu);
            if (rig.Gpus.IsEmpty || !machine.Changes.Contains(PartKind.Gpu)) return rig with { Gpus = own };
            ImmutableArray<Gpu> added = [.. rig.Gpus.Select(g => g.Link is null && machine.CardLink is { } link ? g with { Link = g.Pcie?.Negotiate(link) ?? link } : g)];
            return own.All(g => g.Integrated)
                ? rig with { Gpus = added, Assumed = [.. rig.Assumed, .. own.Select(g => $"{g.Name} {Idle}")] }
                : rig with { Gpus = [.. own, .. added] };
        }

        T? One<T>(PartKind kind, T? chosen)
            where T : Part => chosen is not null && machine.Changes.Contains(kind) ? chosen : Own<T>(kind).FirstOrDefault() ?? chosen;

        bool Chosen<T>(PartKind kind, ImmutableArray<T> chosen) => !chosen.IsEmpty && machine.Changes.Contains(kind);

        ImmutableArray<T> Own<T>(PartKind kind)
            where T : Part =>
            [.. (machine.Holds.GetValueOrDefault(kind) is { IsDefault: false } ids ? ids : []).Select(id => catalog.Exactly(kind, id)).OfType<T>().Select(part => (T)(part with { Included = true }))];
    }
}
