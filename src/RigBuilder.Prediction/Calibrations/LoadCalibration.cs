using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>Loading weights.</summary>
public sealed record LoadCalibration
{
    /// <summary>Share of a drive's rated sequential read that loading reaches.</summary>
    public required double DriveEfficiency { get; init; }

    /// <summary>Share of a PCIe link's throughput that copies reach.</summary>
    public required double LinkEfficiency { get; init; }

    /// <summary>Bytes per second that one CPU thread can move from the page cache while loading.</summary>
    public required BytesPerSecond HostRate { get; init; }

    /// <summary>Start of the program, tokeniser, graph, warm-up.</summary>
    public required Duration Fixed { get; init; }

    /// <summary>Half width of the range in ln units.</summary>
    public required double Spread { get; init; }

    /// <summary>Where the figures come from, by their keys in the file.</summary>
    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;
}
