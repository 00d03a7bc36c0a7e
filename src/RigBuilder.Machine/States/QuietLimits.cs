using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.States;

/// <summary>What still counts as a quiet machine. The defaults are judgement: a tenth of the processors moves CPU inference by about as much.</summary>
public sealed record QuietLimits
{
    /// <summary>Largest share of the processors that others may use.</summary>
    public double OtherLoad { get; init; } = 0.10;

    /// <summary>Largest share that a hypervisor may take.</summary>
    public double StolenTime { get; init; } = 0.03;

    /// <summary>Most video memory that one other process may hold; desktops hold some hundred MiB.</summary>
    public Bytes VramHeld { get; init; } = Bytes.FromMiB(768);
}
