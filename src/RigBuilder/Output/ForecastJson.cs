using System.Text.Json.Nodes;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction;

namespace RigBuilder.Cli.Output;

/// <summary>A forecast as JSON: the contract of "predict --json" and "check --json".</summary>
internal static class ForecastJson
{
    public static JsonObject Of(Forecast forecast) => new()
    {
        ["memory"] = forecast.Memory is { } memory ? Memory(memory) : null,
        ["placement"] = forecast.Placement is { } placement ? Placement(placement) : null,
        ["decode"] = forecast.Decode is { } decode ? Speed(decode) : null,
        ["decode_full_context"] = forecast.DecodeAtFullContext is { } full ? Speed(full) : null,
        ["decode_all_users"] = forecast.DecodeAllUsers is { } all ? Speed(all) : null,
        ["decode_at_depth"] = forecast.DecodeAtDepth is { } deep ? Speed(deep) : null,
        ["prompt"] = forecast.Prompt is { } prompt ? Speed(prompt) : null,
        ["first_token"] = forecast.FirstToken is { } first ? Time(first) : null,
        ["load"] = forecast.Load is { } load ? Time(load) : null,
        ["power"] = Power(forecast.Power),
        ["price"] = new JsonObject
        {
            ["total_usd"] = forecast.Price.Bought > 0 && forecast.Price.Unpriced.Length == forecast.Price.Bought ? null : forecast.Price.Total.Amount,
            ["low_usd"] = forecast.Price.Low.Amount,
            ["high_usd"] = forecast.Price.High.Amount,
            ["estimated_usd"] = forecast.Price.Estimated.Amount,
            ["estimated"] = Json.Strings(forecast.Price.EstimatedParts),
            ["used"] = Json.Strings(forecast.Price.Used),
            ["oldest"] = forecast.Price.Oldest,
            ["newest"] = forecast.Price.Newest,
            ["unpriced"] = Json.Strings(forecast.Price.Unpriced),
            ["usd_per_token_rate"] = forecast.Price.PerTokenRate?.Amount,
        },
        ["system_memory"] = forecast.SystemMemory is { } ram ? Ram(ram) : null,
        ["assumptions"] = Json.Strings(forecast.Assumptions),
    };

    private static JsonObject Memory(MemoryForecast memory) => new()
    {
        ["weights_bytes"] = memory.Weights.Count,
        ["kv_bytes"] = memory.Kv.Count,
        ["compute_bytes"] = memory.Compute.Count,
        ["overhead_bytes"] = memory.Overhead.Count,
        ["total_bytes"] = memory.Total.Count,
        ["low_bytes"] = memory.Low.Count,
        ["high_bytes"] = memory.High.Count,
        ["vram_needed_bytes"] = memory.VramNeeded.Count,
        ["vram_usable_bytes"] = memory.VramUsable.Count,
        ["basis"] = Json.Word(memory.Basis),
        ["per_device"] = Json.Array(memory.PerDevice.Select(Device)),
        ["terms"] = Terms(memory.Terms),
    };

    private static JsonObject Device(DeviceMemory device) => new()
    {
        ["device"] = device.Device,
        ["is_gpu"] = device.IsGpu,
        ["layers"] = device.Layers,
        ["weights_bytes"] = device.Weights.Count,
        ["kv_bytes"] = device.Kv.Count,
        ["compute_bytes"] = device.Compute.Count,
        ["overhead_bytes"] = device.Overhead.Count,
        ["total_bytes"] = device.Total.Count,
        ["usable_bytes"] = device.Usable.Count,
    };

    private static JsonObject Placement(Placement placement) => new()
    {
        ["mode"] = Json.Word(placement.Mode),
        ["backend"] = placement.Backend,
        ["gpu_layers"] = placement.GpuLayers,
        ["total_layers"] = placement.TotalLayers,
        ["cpu_expert_layers"] = placement.CpuExpertLayers,
        ["split_mode"] = placement.Split is { } split ? Json.Word(split) : null,
        ["tensor_split"] = Json.Array(placement.TensorSplit.Select(s => (JsonNode?)JsonValue.Create(s))),
        ["largest_context"] = placement.LargestContext,
        ["shortfall"] = placement.Shortfall,
        ["launch"] = placement.Launch,
    };

    private static JsonObject Speed(Estimate<TokensPerSecond> speed) => new()
    {
        ["tokens_per_second"] = Json.Rounded(speed.Value.Value),
        ["low"] = Json.Rounded(speed.Low.Value),
        ["high"] = Json.Rounded(speed.High.Value),
        ["basis"] = Json.Word(speed.Basis),
        ["limit"] = speed.Limit,
        ["terms"] = Terms(speed.Terms),
    };

    private static JsonObject Time(Estimate<Duration> time) => new()
    {
        ["seconds"] = Json.Rounded(time.Value.Seconds),
        ["low"] = Json.Rounded(time.Low.Seconds),
        ["high"] = Json.Rounded(time.High.Seconds),
        ["basis"] = Json.Word(time.Basis),
        ["limit"] = time.Limit,
        ["terms"] = Terms(time.Terms),
    };

    private static JsonObject Power(PowerForecast power) => new()
    {
        ["watts"] = Json.Rounded(power.Generating.Value),
        ["rated_watts"] = Json.Rounded(power.Rated.Value),
        ["peak_watts"] = Json.Rounded(power.Peak.Value),
        ["recommended_psu_watts"] = power.RecommendedPsu is { } supply ? Json.Rounded(supply.Value) : null,
        ["psu_load"] = power.PsuLoad is { } load ? Json.Rounded(load) : null,
        ["kwh_per_million_tokens"] = power.PerMillionTokens is { } energy ? Json.Rounded(energy.KilowattHours) : null,
        ["usd_per_million_tokens"] = power.CostPerMillionTokens is { } cost ? Json.Rounded((double)cost.Amount) : null,
        ["basis"] = Json.Word(power.Basis),
        ["terms"] = Terms(power.Terms),
    };

    private static JsonObject Ram(SystemMemory ram) => new()
    {
        ["capacity_bytes"] = ram.Capacity.Count,
        ["type"] = Json.Word(ram.Type),
        ["speed_mts"] = Json.Rounded(ram.Speed.MegaTransfers),
        ["channels"] = ram.Channels,
        ["bandwidth_bytes_per_second"] = Json.Rounded(ram.Bandwidth.Value),
        ["speed_limit"] = ram.SpeedLimit,
    };

    private static JsonArray Terms(IEnumerable<Term> terms) => Json.Array(terms.Select(t => (JsonNode?)new JsonObject
    {
        ["name"] = t.Name,
        ["value"] = Json.Rounded(t.Value.Value),
        ["text"] = t.Value.ToString(),
        ["basis"] = Json.Word(t.Basis),
        ["source"] = t.Source,
    }));
}
