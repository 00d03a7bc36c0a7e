using System.Collections.Immutable;
using System.Text.Json;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Mac;

/// <summary>
/// macOS: processor, cores, memory size, GPUs and the machine's name from sysctl and system_profiler. Memory modules, drives and
/// links are not read. Tested on recorded output only.
/// </summary>
/// <param name="tools">Runs the tools.</param>
public sealed class MacSource(IProcessRunner tools) : IHardwareSource
{
    private const string Profiler = "system_profiler";

    // With their PCI numbers; Apple's own chips have none.
    private static readonly ImmutableArray<(string Name, int Number)> Makers = [("Apple", 0), ("AMD", 0x1002), ("NVIDIA", 0x10DE), ("Intel", 0x8086)];

    /// <inheritdoc/>
    public string Name => "macOS";

    /// <inheritdoc/>
    public async Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var sysctl = new ToolCall("sysctl", "machdep.cpu.brand_string", "hw.physicalcpu", "hw.logicalcpu", "hw.memsize", "hw.packages", "kern.osproductversion");
        var profile = new ToolCall(Profiler, "-json", "SPDisplaysDataType", "SPHardwareDataType");
        var values = await tools.RunAsync(sysctl, cancellation).ConfigureAwait(false);
        var hardware = await tools.RunAsync(profile, cancellation).ConfigureAwait(false);
        var report = ReadSysctl(values.Output);
        var (gpus, system) = ReadProfile(hardware.Succeeded ? hardware.Output : "");
        return report with
        {
            Gpus = gpus,
            Board = new BoardReport { System = system },
            Diagnostics = [.. ProbeDiagnostics.Of(profile, hardware)],
        };
    }

    /// <summary>The report of "key: value" lines. Unknown keys make sysctl fail but it prints the known ones.</summary>
    internal static MachineReport ReadSysctl(string output)
    {
        var values = Lines.Of(output).Select(Lines.Pair).Where(p => p is not null).Select(p => p!.Value)
            .GroupBy(p => p.Key).ToImmutableDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        var name = Reading.OfText(values.GetValueOrDefault("machdep.cpu.brand_string"), "sysctl");
        return new MachineReport
        {
            Os = new OsReport { Name = Reading.OfText(values.TryGetValue("kern.osproductversion", out var version) ? $"macOS {version}" : null, "sysctl") },
            Cpu = new CpuReport
            {
                Name = name,
                Vendor = name.TryGet(out var text) ? text.StartsWith("Apple", StringComparison.Ordinal) ? Reading.Derived("apple", "sysctl") : Reading.Derived("intel", "sysctl") : default,
                Cores = Number("hw.physicalcpu"),
                Threads = Number("hw.logicalcpu"),
                Sockets = Number("hw.packages"),
            },
            Memory = new MemoryReport
            {
                Usable = Parse.Count(values.GetValueOrDefault("hw.memsize")) is > 0 and var size ? Reading.Of(Bytes.FromCount(size), "sysctl") : default,
            },
        };

        Reading<int> Number(string key) => Parse.Int(values.GetValueOrDefault(key)) is > 0 and var number ? Reading.Of(number, "sysctl") : default;
    }

    /// <summary>The graphics chips and the machine's name of system_profiler's JSON; nothing when it is none.</summary>
    internal static (ImmutableArray<GpuReport> Gpus, Reading<string> System) ReadProfile(string output)
    {
        try
        {
            using var json = JsonDocument.Parse(output.Length == 0 ? "{}" : output, new JsonDocumentOptions { MaxDepth = 32 });
            var gpus = Items(json.RootElement, "SPDisplaysDataType").Select(Gpu);
            var system = Items(json.RootElement, "SPHardwareDataType").Select(h => Text(h, "machine_name")).FirstOrDefault();
            return ([.. gpus], Reading.OfText(system, Profiler));
        }
        catch (JsonException)
        {
            return ([], default);
        }
    }

    private static GpuReport Gpu(JsonElement display)
    {
        var vendor = Makers.FirstOrDefault(m => Text(display, "spdisplays_vendor")?.Contains(m.Name, StringComparison.OrdinalIgnoreCase) == true);
        var device = Parse.Hex(Text(display, "spdisplays_device-id"));
        var model = Text(display, "sppci_model");
        return new GpuReport
        {
            // One name of Apple stands for chips with more and with fewer cores.
            Name = Reading.OfText(Parse.Int(Text(display, "sppci_cores")) is > 0 and var cores ? $"{model} ({cores}-core GPU)" : model, Profiler),
            Vendor = Reading.OfText(vendor.Name?.ToLowerInvariant(), Profiler),
            PciId = vendor.Number > 0 && device is { } number ? Reading.Of(PciIds.Text(vendor.Number, number), Profiler) : default,
            VramTotal = Reading.OfNullable(Parse.Size(Text(display, "spdisplays_vram")), Profiler),
            Integrated = Text(display, "sppci_bus") == "spdisplays_builtin" ? Reading.Of(true, Profiler) : default,
        };
    }

    private static IEnumerable<JsonElement> Items(JsonElement root, string key) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement item, string key) =>
        item.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
