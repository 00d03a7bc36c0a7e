using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>
/// A machine that is bought whole, in one of its memory sizes: a Mac Studio, a Strix Halo box, a DGX Spark, a used workstation. It goes
/// into a slot of its own and fills the others with what it holds.
/// </summary>
public sealed record WholeMachine : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Machine;

    /// <summary>What it is.</summary>
    public required MachineForm Form { get; init; }

    /// <summary>Ids of the parts that it holds, per slot; a slot that is left out is empty or has no part of its own.</summary>
    public ImmutableSortedDictionary<PartKind, ImmutableArray<string>> Holds { get; init; } = ImmutableSortedDictionary<PartKind, ImmutableArray<string>>.Empty;

    /// <summary>The memory that it is sold with; null when it comes without.</summary>
    public MachineMemory? Memory { get; init; }

    /// <summary>Most that it draws at the wall as sold. Null when its parts tell.</summary>
    public Watts? Power { get; init; }

    /// <summary>Slots whose contents a person can replace or add to; all others are as they are sold.</summary>
    public ImmutableArray<PartKind> Changes { get; init; } = [];

    /// <summary>Link of a card that is added from outside: OCuLink or Thunderbolt. Null for the slots of its board.</summary>
    public PcieLink? CardLink { get; init; }

    /// <summary>Whether it is a case with a board in it, filled like any self-built rig.</summary>
    public bool IsOpen => Holds.ContainsKey(PartKind.Motherboard);

    /// <summary>One machine for each size of memory that it is sold with; itself when there is one size or none.</summary>
    public ImmutableArray<WholeMachine> Configurations => Memory is not { Sizes: [_, _, ..] sizes } ? [this] : [.. sizes.Select(size => this with
    {
        Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}-{size.Size.GiB:0}gb"),
        Name = With(Name, size),
        Aliases = [.. Aliases.Select(a => With(a, size))],
        Memory = Memory with { Sizes = [size] },
        Price = size.Price ?? Price,
        Family = Id,
    })];

    /// <summary>Id of the entry that this is one configuration of; null when the entry has no other.</summary>
    public string? Family { get; init; }

    private static string With(string name, MachineSize size) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {size.Size.GiB:0} GB");
}

/// <summary>The memory of a machine.</summary>
/// <param name="Type">Technology.</param>
/// <param name="Modules">Modules, or 64-bit channels of soldered memory.</param>
/// <param name="Speed">Data rate.</param>
/// <param name="Sizes">Sizes that it is sold in, one or more.</param>
/// <param name="Registered">Whether the modules are registered (RDIMM).</param>
public sealed record MachineMemory(MemoryType Type, int Modules, TransferRate Speed, ImmutableArray<MachineSize> Sizes, bool Registered = false)
{
    /// <summary>The first size as a kit.</summary>
    public MemoryKit Kit => MemoryFigures.Kit(Type, Modules, Sizes[0].Size * (1.0 / Modules), (Sizes[0].Speed ?? Speed).MegaTransfers, Registered);
}

/// <summary>A size of memory that a machine is sold with.</summary>
/// <param name="Size">Size of all modules.</param>
/// <param name="Price">Price of the machine with it; null when none is known.</param>
/// <param name="Speed">Data rate where it differs from that of the other sizes.</param>
public sealed record MachineSize(Bytes Size, Price? Price = null, TransferRate? Speed = null);

/// <summary>What a machine is.</summary>
public enum MachineForm
{
    /// <summary>A desktop of one maker's design.</summary>
    Desktop,

    /// <summary>A mini PC.</summary>
    MiniPc,

    /// <summary>A notebook.</summary>
    Laptop,

    /// <summary>A workstation with a board, slots and a supply.</summary>
    Workstation,

    /// <summary>A server.</summary>
    Server,

    /// <summary>A development board.</summary>
    Board,
}
