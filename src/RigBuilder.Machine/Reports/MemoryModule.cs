using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Reports;

/// <summary>One populated memory module (or soldered package).</summary>
public sealed record MemoryModule
{
    /// <summary>Slot name on the board, "DIMM_A2".</summary>
    public Reading<string> Slot { get; init; }

    /// <summary>Bank name, "P0 CHANNEL A".</summary>
    public Reading<string> Bank { get; init; }

    /// <summary>Size.</summary>
    public Reading<Bytes> Size { get; init; }

    /// <summary>Technology as the firmware names it, "DDR4".</summary>
    public Reading<string> TypeName { get; init; }

    /// <summary>Technology, when it is one that the catalog knows.</summary>
    public Reading<MemoryType> Type { get; init; }

    /// <summary>Data rate the module is made for, as the firmware tells.</summary>
    public Reading<TransferRate> RatedSpeed { get; init; }

    /// <summary>Data rate it runs at.</summary>
    public Reading<TransferRate> ConfiguredSpeed { get; init; }

    /// <summary>Maker.</summary>
    public Reading<string> Manufacturer { get; init; }

    /// <summary>Maker's part number.</summary>
    public Reading<string> PartNumber { get; init; }

    /// <summary>Whether it carries ECC bits.</summary>
    public Reading<bool> Ecc { get; init; }

    /// <summary>Whether it is registered.</summary>
    public Reading<bool> Registered { get; init; }

    /// <summary>Width of its data path in bits, 64 for an ordinary module.</summary>
    public Reading<int> DataWidth { get; init; }
}
