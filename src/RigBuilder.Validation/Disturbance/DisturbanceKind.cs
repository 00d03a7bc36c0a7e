namespace RigBuilder.Validation.Disturbance;

/// <summary>Why a repetition does not count.</summary>
public enum DisturbanceKind
{
    /// <summary>The process got less CPU time than it asked for.</summary>
    CpuTaken,

    /// <summary>Other programs used the CPU meanwhile.</summary>
    OtherLoad,

    /// <summary>The CPU throttled for heat or power.</summary>
    Throttled,
}
