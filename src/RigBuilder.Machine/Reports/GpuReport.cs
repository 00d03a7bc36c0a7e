using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Reports;

/// <summary>A graphics card, accelerator or display adapter.</summary>
public sealed record GpuReport
{
    /// <summary>Bus address in the form "0000:01:00.0".</summary>
    public Reading<string> Address { get; init; }

    /// <summary>Name as the source gives it; may list several products that share a chip.</summary>
    public Reading<string> Name { get; init; }

    /// <summary>Maker of the chip: "nvidia", "amd", "intel", or as reported.</summary>
    public Reading<string> Vendor { get; init; }

    /// <summary>Vendor and device id, "10de:2204".</summary>
    public Reading<string> PciId { get; init; }

    /// <summary>Video memory that the driver offers (a little less than on the box where ECC takes a share).</summary>
    public Reading<Bytes> VramTotal { get; init; }

    /// <summary>Video memory not in use.</summary>
    public Reading<Bytes> VramFree { get; init; }

    /// <summary>Driver and its version, "nvidia 560.35.03".</summary>
    public Reading<string> Driver { get; init; }

    /// <summary>Link as it is now. Idle cards drop to a low generation; the width is meaningful at any time.</summary>
    public Reading<PcieLink> LinkNow { get; init; }

    /// <summary>Best link that card and slot allow together.</summary>
    public Reading<PcieLink> LinkBest { get; init; }

    /// <summary>Best link of the card itself.</summary>
    public Reading<PcieLink> CardLink { get; init; }

    /// <summary>Enforced power limit.</summary>
    public Reading<Watts> PowerLimit { get; init; }

    /// <summary>Power limit the card is sold with.</summary>
    public Reading<Watts> DefaultPowerLimit { get; init; }

    /// <summary>CUDA compute capability, "8.6".</summary>
    public Reading<string> ComputeCapability { get; init; }

    /// <summary>Whether it is the laptop variant, where its name or the driver tells.</summary>
    public Reading<bool> Laptop { get; init; }

    /// <summary>Whether it is part of the processor.</summary>
    public Reading<bool> Integrated { get; init; }
}
