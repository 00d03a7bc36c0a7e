using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction;

namespace RigBuilder.Cli.Output;

/// <summary>A forecast as plain text for people.</summary>
internal static class ForecastText
{
    public static IEnumerable<string> Of(Forecast forecast, bool explain)
    {
        if (forecast.Memory is { } memory)
        {
            yield return $"memory     {memory.Total} = weights {memory.Weights} + KV cache {memory.Kv} + compute {memory.Compute} + overhead {memory.Overhead}";
            foreach (var device in memory.PerDevice)
                yield return $"           {device.Device}: {device.Total}{(device.Usable > Domain.Units.Bytes.Zero ? $" of {device.Usable} usable" : "")}, {device.Layers} layers";
            if (explain) foreach (var line in Terms(memory.Terms)) yield return line;
        }

        if (forecast.Placement is { } placement)
        {
            yield return $"placement  {Mode(placement)}";
            if (placement.LargestContext is { } context) yield return $"           largest context in this mode: {context:#,0} tokens";
            yield return $"launch     {placement.Launch}";
        }

        foreach (var line in Speed("decode", forecast.Decode, explain)) yield return line;
        foreach (var line in Speed("full ctx", forecast.DecodeAtFullContext, explain)) yield return line;
        foreach (var line in Speed("at depth", forecast.DecodeAtDepth, explain)) yield return line;
        foreach (var line in Speed("all users", forecast.DecodeAllUsers, explain)) yield return line;
        foreach (var line in Speed("prompt", forecast.Prompt, explain)) yield return line;
        foreach (var line in Time("1st token", forecast.FirstToken, explain)) yield return line;
        foreach (var line in Time("load", forecast.Load, explain)) yield return line;
        foreach (var line in Power(forecast.Power, explain)) yield return line;
        yield return $"price      {string.Join("; ", forecast.Price.Notes.Prepend(forecast.Price.Words))}" + (forecast.Price.PerTokenRate is { } rate ? $"; {rate} per tok/s" : "");
        if (forecast.SystemMemory is { } ram)
            yield return $"RAM        {ram.Capacity} {ram.Type.ToString().ToUpperInvariant()} at {ram.Speed}, {ram.Channels} channels, {ram.Bandwidth}" + (ram.SpeedLimit is { } limit ? $" ({limit})" : "");
        foreach (var assumption in forecast.Assumptions) yield return $"assumed    {assumption}";
    }

    private static string Mode(Placement placement) => placement.Mode switch
    {
        PlacementMode.SingleGpu => $"wholly on one GPU ({placement.Backend})",
        PlacementMode.MultiGpu when placement.Split is Domain.Workloads.SplitMode.Row or Domain.Workloads.SplitMode.Tensor =>
            $"split by {(placement.Split == Domain.Workloads.SplitMode.Row ? "rows" : "tensors")} over GPUs: {string.Join(" + ", placement.TensorSplit)} % ({placement.Backend})",
        PlacementMode.MultiGpu => $"split by layers over GPUs: {string.Join(" + ", placement.TensorSplit)} ({placement.Backend})",
        PlacementMode.Partial => placement.CpuExpertLayers > 0
            ? $"experts of {placement.CpuExpertLayers} layers in system memory, the rest on the GPU ({placement.Backend})"
            : $"{placement.GpuLayers} of {placement.TotalLayers} layers on the GPU ({placement.Backend}), the rest on the CPU",
        PlacementMode.CpuOnly => "wholly on the CPU",
        _ => "does not fit: " + placement.Shortfall,
    };

    private static IEnumerable<string> Speed(string name, Estimate<TokensPerSecond>? speed, bool explain)
    {
        if (speed is null) yield break;
        yield return $"{name,-10} {speed.Value} ({QuantityText.Number(speed.Low.Value)} to {QuantityText.Number(speed.High.Value)}, {Json.Word(speed.Basis)})"
            + (speed.Limit is { } limit ? $"; limited by {limit}" : "");
        if (explain) foreach (var line in Terms(speed.Terms)) yield return line;
    }

    private static IEnumerable<string> Time(string name, Estimate<Duration>? time, bool explain)
    {
        if (time is null) yield break;
        yield return $"{name,-10} {time.Value} ({time.Low} to {time.High}, {Json.Word(time.Basis)})" + (time.Limit is { } limit ? $"; limited by {limit}" : "");
        if (explain) foreach (var line in Terms(time.Terms)) yield return line;
    }

    private static IEnumerable<string> Power(PowerForecast power, bool explain)
    {
        yield return $"power      {power.Generating} generating, {power.Rated} rated, {power.Peak} peak{(power.RecommendedPsu is { } supply ? $"; supply of {supply} recommended" : "")}"
            + (power.PerMillionTokens is { } energy ? $"; {energy} per million tokens" : "")
            + (power.CostPerMillionTokens is { } cost ? $" ({cost})" : "");
        if (explain) foreach (var line in Terms(power.Terms)) yield return line;
    }

    private static IEnumerable<string> Terms(IEnumerable<Term> terms) =>
        terms.Select(t => $"             {t.Name}: {t.Value}  [{Json.Word(t.Basis)}; {WithoutBasis(t)}]");

    // Sources of guesses say so themselves.
    private static string WithoutBasis(Term term)
    {
        var prefix = Json.Word(term.Basis) + ": ";
        return term.Source.StartsWith(prefix, StringComparison.Ordinal) ? term.Source[prefix.Length..] : term.Source;
    }
}
