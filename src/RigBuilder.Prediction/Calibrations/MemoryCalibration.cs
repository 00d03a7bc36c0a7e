using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>Fixed memory costs and reserves.</summary>
public sealed record MemoryCalibration
{
    /// <summary>What driver context, libraries and workspaces take on each GPU, by backend; "default" for others.</summary>
    public required ImmutableDictionary<string, Bytes> DeviceOverhead { get; init; }

    /// <summary>VRAM that cannot be used: held back by driver and firmware, or taken by the desktop.</summary>
    public required Bytes VramReserve { get; init; }

    /// <summary>Share of VRAM held back besides (never less than <see cref="VramReserve"/> in total).</summary>
    public double VramReserveShare { get; init; }

    /// <summary>What the operating system and the desktop need of the RAM.</summary>
    public required Bytes RamReserve { get; init; }

    /// <summary>What the program itself takes in RAM.</summary>
    public required Bytes HostOverhead { get; init; }

    /// <summary>Share of weights + cache + compute by which the total may be off, either way.</summary>
    public double RelativeSpread { get; init; } = 0.02;

    /// <summary>Bytes by which the overhead of a device may be off, either way.</summary>
    public Bytes OverheadSpread { get; init; }

    /// <summary>Where the figures come from, by their keys in the file.</summary>
    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;
}
