namespace RigBuilder.Validation.Report;

/// <summary>A likely reason for a shortfall.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Weight">How well it explains the shortfall, 0 to 1; causes are listed by it.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Evidence">What was seen, with figures.</param>
/// <param name="Advice">What to do.</param>
public sealed record Cause(CauseKind Kind, double Weight, string Title, string Evidence, string Advice);

/// <summary>Likely reasons for a shortfall.</summary>
public enum CauseKind
{
    /// <summary>Other programs used the machine.</summary>
    OtherLoad,

    /// <summary>The CPU or GPU throttled for heat.</summary>
    ThermalLimit,

    /// <summary>A GPU's power limit is below its default.</summary>
    PowerLimit,

    /// <summary>The prediction was for a GPU; the library computed on the CPU.</summary>
    CpuFallback,

    /// <summary>More weights than planned lie in system memory.</summary>
    Spill,

    /// <summary>Fewer memory channels are populated than the machine has.</summary>
    SingleChannel,

    /// <summary>Memory runs below its rated speed.</summary>
    MemoryProfileOff,

    /// <summary>A PCIe link is narrower than card and slot allow.</summary>
    NarrowLink,

    /// <summary>Measured memory bandwidth is far below what the parts promise.</summary>
    LowBandwidth,

    /// <summary>The process may use only part of the machine.</summary>
    ContainerLimit,

    /// <summary>The machine is virtual and shares its hardware.</summary>
    VirtualMachine,

    /// <summary>The CPU lacks vector extensions.</summary>
    NoVectorUnits,

    /// <summary>The rig is not this machine.</summary>
    OtherMachine,

    /// <summary>A hypervisor gives processor time to other machines.</summary>
    StolenTime,

    /// <summary>The driver holds a GPU back for heat, its power supply or another reason.</summary>
    GpuHeldBack,

    /// <summary>Another program holds video memory.</summary>
    VideoMemoryHeld,
}
