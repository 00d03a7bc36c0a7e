using System.Collections.Immutable;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Rigs;

/// <summary>A build with its parts looked up. Every physical part is one element (two equal cards are two).</summary>
public sealed record Rig
{
    /// <summary>A rig without parts.</summary>
    public static Rig Empty { get; } = new();

    /// <summary>Graphics cards, in slot order.</summary>
    public ImmutableArray<Gpu> Gpus { get; init; } = [];

    /// <summary>Processor; null when the slot is empty or its id unknown.</summary>
    public Cpu? Cpu { get; init; }

    /// <summary>Processors of that kind, each in a socket of its own with its memory; 1 unless said otherwise.</summary>
    public int Sockets { get; init; } = 1;

    /// <summary>Motherboard; null when the slot is empty or its id unknown.</summary>
    public Motherboard? Motherboard { get; init; }

    /// <summary>RAM kits.</summary>
    public ImmutableArray<MemoryKit> Memory { get; init; } = [];

    /// <summary>Drives.</summary>
    public ImmutableArray<Ssd> Ssds { get; init; } = [];

    /// <summary>Power supply; null when the slot is empty or its id unknown.</summary>
    public Psu? Psu { get; init; }

    /// <summary>Case; null when the slot is empty or its id unknown.</summary>
    public PcCase? Case { get; init; }

    /// <summary>CPU cooler; null when the slot is empty or its id unknown.</summary>
    public Cooler? Cooler { get; init; }

    /// <summary>The machine that was bought whole and holds the parts that say so; null for a self-built rig.</summary>
    public WholeMachine? Machine { get; init; }

    /// <summary>Selections whose id the catalog does not know. They are kept, never dropped.</summary>
    public ImmutableArray<MissingPart> Missing { get; init; } = [];

    /// <summary>What was taken for granted when names were looked up, in sentences for people.</summary>
    public ImmutableArray<string> Assumed { get; init; } = [];

    /// <summary>Every part, in slot order.</summary>
    public IEnumerable<Part> Parts =>
        [.. Gpus, .. One(Cpu), .. One(Motherboard), .. Memory, .. Ssds, .. One(Psu), .. One(Case), .. One(Cooler), .. One(Machine)];

    private static IEnumerable<Part> One(Part? part) => part is null ? [] : [part];
}

/// <summary>A selection that no catalog entry matches.</summary>
/// <param name="Kind">The slot.</param>
/// <param name="Selection">What is saved there.</param>
/// <param name="Suggestion">The nearest known id, or null.</param>
public sealed record MissingPart(PartKind Kind, Selection Selection, string? Suggestion);
