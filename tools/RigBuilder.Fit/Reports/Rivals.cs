using RigBuilder.Fit.Models;

namespace RigBuilder.Fit.Reports;

/// <summary>Generation speed by the published formulas of two other programs, for comparison on the same rows.</summary>
internal static class Rivals
{
    /// <summary>llmfit 1.1: bandwidth / (active parameters × bytes per parameter) × 0.55, no cache, no fixed time.</summary>
    public static double Llmfit(FitRow row) => row.Gpu!.Bandwidth.Value / (row.Profile.ActiveElements * BytesPerParameter(row)) * 0.55;

    /// <summary>whichllm 2026-06: bandwidth / file size (active share) × efficiency by quantisation × factor by vendor.</summary>
    public static double Whichllm(FitRow row)
    {
        var efficiency = row.Profile.Quant.NominalBits switch
        {
            >= 16 => 0.40,
            >= 8 => 0.45,
            _ => 0.55,
        };
        var vendor = row.Gpu!.Vendor switch
        {
            "amd" => 0.78,
            "intel" => 0.65,
            _ => 1,
        };
        return row.Gpu.Bandwidth.Value / row.Profile.ReadPerToken * efficiency * vendor;
    }

    private static double BytesPerParameter(FitRow row) => row.Profile.Quant.NominalBits switch
    {
        >= 16 => 2,
        >= 8 => 1,
        >= 6 => 0.75,
        >= 5 => 0.625,
        >= 4 => 0.5,
        >= 3 => 0.375,
        _ => 0.25,
    };
}
