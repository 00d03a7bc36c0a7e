using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources;
using RigBuilder.Machine.Sources.Tools;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.States;

/// <summary>GPU states and memory holders from nvidia-smi.</summary>
internal static class NvidiaStates
{
    private const string Tool = "nvidia-smi";
    private static readonly ImmutableArray<string> Fields = ["pci.bus_id", "memory.used", "temperature.gpu", "clocks_throttle_reasons.active"];

    public static ToolCall StateQuery { get; } = new(Tool, $"--query-gpu={string.Join(',', Fields)}", "--format=csv,noheader,nounits");

    // Newer drivers call the field otherwise; both names work in between.
    public static ToolCall NewStateQuery { get; } =
        new(Tool, $"--query-gpu={string.Join(',', Fields[..3])},clocks_event_reasons.active", "--format=csv,noheader,nounits");

    public static ToolCall HolderQuery { get; } = new(Tool, "--query-compute-apps=gpu_bus_id,pid,process_name,used_memory", "--format=csv,noheader,nounits");

    /// <summary>Rows of a state query.</summary>
    public static ImmutableArray<GpuState> States(string output)
    {
        var states = ImmutableArray.CreateBuilder<GpuState>();
        foreach (var line in Lines.Of(output))
        {
            if (NvidiaSmiCsv.Row(line, Fields) is not { } row || PciAddress.Parse(row.GetValueOrDefault("pci.bus_id")) is not { } address) continue;
            states.Add(new GpuState(
                address,
                Parse.Number(row.GetValueOrDefault("memory.used")) is >= 0 and < 1e9 and var used ? Reading.Of(Bytes.FromMiB(used), Tool) : default,
                Parse.Number(row.GetValueOrDefault("temperature.gpu")) is > -100 and < 300 and var degrees ? Reading.Of(degrees, Tool) : default,
                Brakes(row.GetValueOrDefault("clocks_throttle_reasons.active"))));
        }

        return states.ToImmutable();
    }

    /// <summary>Rows of the holder query: address, process, name (which may hold commas), MiB.</summary>
    public static ImmutableArray<VramHolder> Holders(string output, ImmutableArray<int> ours)
    {
        var holders = ImmutableArray.CreateBuilder<VramHolder>();
        foreach (var line in Lines.Of(output))
        {
            var fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (fields.Length < 4 || PciAddress.Parse(fields[0]) is not { } address || Parse.Int(fields[1]) is not { } process || ours.Contains(process)) continue;
            var memory = Parse.Number(fields[^1]) is >= 0 and < 1e9 and var mebibytes ? Bytes.FromMiB(mebibytes) : (Bytes?)null;
            holders.Add(new VramHolder(address, process, string.Join(", ", fields[2..^1]), memory));
        }

        return holders.ToImmutable();
    }

    // Bits of nvmlClocksThrottleReasons / nvmlClocksEventReasons in nvml.h.
    private static ImmutableArray<ClockBrake> Brakes(string? mask)
    {
        if (mask is null || !mask.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || Parse.Hex(mask.Length > 10 ? mask[^8..] : mask) is not { } bits) return [];
        var brakes = ImmutableArray.CreateBuilder<ClockBrake>();
        if ((bits & 0x04) != 0) brakes.Add(ClockBrake.PowerLimit);
        if ((bits & 0x60) != 0) brakes.Add(ClockBrake.Thermal);
        if ((bits & 0x80) != 0) brakes.Add(ClockBrake.PowerBrake);
        // The slowdown bit is also set together with the specific ones.
        if ((bits & 0x08) != 0 && (bits & 0xE0) == 0) brakes.Add(ClockBrake.Slowdown);
        return brakes.ToImmutable();
    }
}
