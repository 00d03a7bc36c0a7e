using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>Power draw.</summary>
public sealed record PowerCalibration
{
    /// <summary>Share of its board power that a GPU draws while generating (memory-bound).</summary>
    public required double GpuGenerating { get; init; }

    /// <summary>Share of its board power that an idle GPU draws.</summary>
    public required double GpuIdle { get; init; }

    /// <summary>Share of its power limit that a CPU draws while a GPU generates.</summary>
    public required double CpuBeside { get; init; }

    /// <summary>Share of its power limit that a CPU draws while it generates itself.</summary>
    public required double CpuGenerating { get; init; }

    /// <summary>Draw of motherboard and fans.</summary>
    public required Watts Board { get; init; }

    /// <summary>Draw of a memory module.</summary>
    public required Watts Module { get; init; }

    /// <summary>Draw of a drive.</summary>
    public required Watts Drive { get; init; }

    /// <summary>Power limit assumed for a CPU without figures.</summary>
    public required Watts AssumedCpu { get; init; }

    /// <summary>Board power assumed for a GPU without figures.</summary>
    public required Watts AssumedGpu { get; init; }

    /// <summary>Millisecond peak of a CPU as a multiple of its power limit.</summary>
    public double CpuTransient { get; init; } = 1.1;

    /// <summary>Supply rating wanted as a multiple of the rated draw.</summary>
    public required double Headroom { get; init; }

    /// <summary>Short excursions that supplies must ride through, as a multiple of their rating (ATX12V 3.0 design guide).</summary>
    public required double Atx3Excursion { get; init; }

    /// <summary>The same for supplies before ATX 3.0.</summary>
    public required double Atx2Excursion { get; init; }

    /// <summary>Supply ratings on sale, ascending.</summary>
    public required ImmutableArray<Watts> Sizes { get; init; }

    /// <summary>Efficiency at half load by badge.</summary>
    public required ImmutableDictionary<PsuEfficiency, double> Efficiency { get; init; }

    /// <summary>Price of a kilowatt-hour when the quest names none.</summary>
    public required Money ElectricityPrice { get; init; }

    /// <summary>Where the figures come from, by their keys in the file.</summary>
    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;
}
