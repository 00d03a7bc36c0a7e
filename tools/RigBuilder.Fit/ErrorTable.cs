using System.Collections.Immutable;
using RigBuilder.Fit.Measurements;
using RigBuilder.Fit.Models;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit;

/// <summary>The left-out errors that the calibration states.</summary>
internal static class ErrorTable
{
    /// <summary>Whether a row is what llama.cpp's own scoreboards measure with today's builds: Llama 2 7B in Q4_0.</summary>
    public static bool IsScoreboard(FitRow row) =>
        row.Profile.Model.Id == "llama-2-7b" && row.Measurement is { Quant: "Q4_0", Era: BuildEra.Recent, Depth: 0, Tokens: 128 or 512 };

    /// <summary>Errors by speed, backend and architecture.</summary>
    public static ImmutableDictionary<string, FitError> Of(IEnumerable<FittedSpeed> speeds)
    {
        var table = ImmutableDictionary.CreateBuilder<string, FitError>();
        foreach (var speed in speeds)
        {
            table[speed.Name] = speed.Error(_ => true);
            if (speed.Widths is not null) table[$"{speed.Name}/shipped-widths"] = speed.WithShippedWidths(_ => true);
            if (speed.Rows.Any(IsScoreboard)) table[$"{speed.Name}/scoreboard"] = speed.Error(IsScoreboard);
            foreach (var group in speed.Rows.Where(r => r.Gpu is not null).GroupBy(r => r.Measurement.Backend))
            {
                table[$"{speed.Name}/{group.Key}"] = speed.Error(r => r.Measurement.Backend == group.Key);
                foreach (var architecture in group.Select(r => r.Gpu!.Architecture).Distinct())
                    table[$"{speed.Name}/{group.Key}/{architecture}"] = speed.Error(r => r.Measurement.Backend == group.Key && r.Gpu?.Architecture == architecture);
            }
        }

        return table.ToImmutable();
    }
}
