using System.Globalization;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Tests.Goldens;

/// <summary>The figures of a forecast by the names of the golden table, without their units.</summary>
internal static class GoldenFigures
{
    public static double Of(Forecast forecast, string name)
    {
        var memory = forecast.Memory!;
        if (name.StartsWith("gpu", StringComparison.Ordinal) && char.IsAsciiDigit(name[3]))
            return OnDevice(memory.PerDevice[int.Parse(name[3..4], CultureInfo.InvariantCulture)], name[5..]);
        if (name.StartsWith("host_", StringComparison.Ordinal)) return OnDevice(memory.PerDevice[^1], name[5..]);
        return name switch
        {
            "weights_mib" => memory.Weights.MiB,
            "kv_mib" => memory.Kv.MiB,
            "compute_mib" => memory.Compute.MiB,
            "vram_usable_mib" => memory.VramUsable.MiB,
            "fits" => forecast.Placement!.Mode == PlacementMode.DoesNotFit ? 0 : 1,
            "gpu_layers" => forecast.Placement!.GpuLayers,
            "cpu_expert_layers" => forecast.Placement!.CpuExpertLayers,
            "tok_s" => forecast.Decode!.Value.Value,
            "ram_gbs" => forecast.SystemMemory!.Bandwidth.Gigabytes,
            "load_s" => forecast.Load!.Value.Seconds,
            "price_usd" => (double)forecast.Price.Total.Amount,
            "usd_per_tok_s" => (double)forecast.Price.PerTokenRate!.Value.Amount,
            _ => OfPower(forecast.Power, forecast.Decode!.Value, name),
        };
    }

    private static double OfPower(PowerForecast power, TokensPerSecond speed, string name) => name switch
    {
        "rated_w" => power.Rated.Value,
        "peak_w" => power.Peak.Value,
        "psu_w" => power.RecommendedPsu!.Value.Value,
        "psu_load" => power.PsuLoad!.Value,
        "generating_w" => power.Generating.Value,
        "joules_per_token" => power.PerMillionTokens!.Value.Joules / 1e6,
        "wall_w" => power.PerMillionTokens!.Value.Joules / 1e6 * speed.Value,
        "usd_per_kwh" => (double)power.CostPerMillionTokens!.Value.Amount / power.PerMillionTokens!.Value.KilowattHours,
        _ => throw new ArgumentException($"unknown figure '{name}'"),
    };

    private static double OnDevice(DeviceMemory device, string name) => name switch
    {
        "layers" => device.Layers,
        "weights_mib" => device.Weights.MiB,
        "kv_mib" => device.Kv.MiB,
        "compute_mib" => device.Compute.MiB,
        _ => throw new ArgumentException($"unknown figure '{name}'"),
    };
}
