using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Calibrations;

/// <summary>How the power section of a calibration is written.</summary>
internal static class PowerFormat
{
    private static readonly Format<double> Share = Formats.Number(0, 1);

    private static readonly MapFormat<ImmutableDictionary<PsuEfficiency, double>> Efficiencies = new(
        "efficiency by badge", "Efficiency at half load by 80 PLUS badge.", map => ImmutableDictionary<PsuEfficiency, double>.Empty
            .SetItem(PsuEfficiency.None, map.Required("none", Share, "No badge."))
            .SetItem(PsuEfficiency.White, map.Required("white", Share, "80 PLUS."))
            .SetItem(PsuEfficiency.Bronze, map.Required("bronze", Share, "80 PLUS Bronze."))
            .SetItem(PsuEfficiency.Silver, map.Required("silver", Share, "80 PLUS Silver."))
            .SetItem(PsuEfficiency.Gold, map.Required("gold", Share, "80 PLUS Gold."))
            .SetItem(PsuEfficiency.Platinum, map.Required("platinum", Share, "80 PLUS Platinum."))
            .SetItem(PsuEfficiency.Titanium, map.Required("titanium", Share, "80 PLUS Titanium.")));

    /// <summary>The section.</summary>
    public static MapFormat<PowerCalibration> Format { get; } = new("power calibration", "Power draw and supplies.", map => new PowerCalibration
    {
        GpuGenerating = map.Required("gpu_generating", Share, "Share of board power while generating."),
        GpuIdle = map.Required("gpu_idle", Share, "Share of board power when idle."),
        CpuBeside = map.Required("cpu_beside", Share, "Share of its limit that a CPU draws beside a generating GPU."),
        CpuGenerating = map.Required("cpu_generating", Share, "Share of its limit that a CPU draws while generating."),
        Board = map.Required("board", Quantities.Watts, "Motherboard and fans."),
        Module = map.Required("module", Quantities.Watts, "One memory module."),
        Drive = map.Required("drive", Quantities.Watts, "One drive."),
        AssumedCpu = map.Required("assumed_cpu", Quantities.Watts, "A CPU without figures."),
        AssumedGpu = map.Required("assumed_gpu", Quantities.Watts, "A GPU without figures."),
        CpuTransient = map.OrElse("cpu_transient", Quantities.Factor(1, 5), 1.1, "Peak of a CPU over its limit."),
        Headroom = map.Required("headroom", Quantities.Factor(1, 5), "Supply rating over rated draw."),
        Atx3Excursion = map.Required("atx3_excursion", Quantities.Factor(1, 5), "Excursions an ATX 3 supply rides through."),
        Atx2Excursion = map.Required("atx2_excursion", Quantities.Factor(1, 5), "The same before ATX 3."),
        Sizes = map.Required("sizes", Formats.ListOf(Quantities.Watts, least: 1), "Ratings on sale, ascending."),
        Efficiency = map.Required("efficiency", Efficiencies, "Efficiency by badge."),
        ElectricityPrice = map.Required("electricity_price", Quantities.Money, "Per kWh."),
        Sources = CalibrationFormat.Sources(map),
    });
}
