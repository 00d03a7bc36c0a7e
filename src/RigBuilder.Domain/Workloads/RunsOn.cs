namespace RigBuilder.Domain.Workloads;

/// <summary>Where the model should run.</summary>
public enum RunsOn
{
    /// <summary>On the GPUs as far as they hold it, the rest on the CPU.</summary>
    Auto,

    /// <summary>Wholly on the GPUs.</summary>
    Gpu,

    /// <summary>Wholly on the CPU.</summary>
    Cpu,
}
