namespace RigBuilder.Machine.States;

/// <summary>Something that can spoil a measurement.</summary>
/// <param name="Kind">What.</param>
/// <param name="Evidence">One sentence with the figures.</param>
public sealed record Disturbance(DisturbanceKind Kind, string Evidence);

/// <summary>What can spoil a measurement.</summary>
public enum DisturbanceKind
{
    /// <summary>Other processes use the processors.</summary>
    OtherLoad,

    /// <summary>A hypervisor gives processor time to other machines.</summary>
    StolenTime,

    /// <summary>The processor throttles because it is too hot.</summary>
    CpuThermal,

    /// <summary>A GPU is held back by heat or its power supply.</summary>
    GpuBraked,

    /// <summary>Another process holds video memory.</summary>
    VramHeld,

    /// <summary>The measured process got less processor time than its threads asked for.</summary>
    CpuTaken,

    /// <summary>The measurement was ended before it was complete: its time was over.</summary>
    CutShort,
}
