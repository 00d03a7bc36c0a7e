using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources;
using RigBuilder.Machine.Sources.Mac;
using RigBuilder.Machine.Sources.Windows;

namespace RigBuilder.Machine.Tests;

/// <summary>
/// A machine of Fixtures/recorded-machines.txt: what a public report tells of it, one "key: value | value" line per piece of hardware.
/// The lines are put into the form in which the system's files and tools give them; what a report does not tell, they do not give either.
/// </summary>
internal sealed class RecordedMachine : IWindowsManagement
{
    private readonly ImmutableArray<(string Key, string[] Values)> _lines;

    private RecordedMachine(string name, ImmutableArray<(string, string[])> lines) => (Name, _lines) = (name, lines);

    /// <summary>All recorded machines.</summary>
    public static ImmutableArray<RecordedMachine> All { get; } =
    [
        .. ("\n" + File.ReadAllText(Path.Combine(FixtureMachine.FixtureFolder, "recorded-machines.txt")).ReplaceLineEndings("\n")).Split("\nmachine: ").Skip(1).Select(block =>
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#').ToArray();
            return new RecordedMachine(lines[0], [.. lines.Skip(1).Select(l => (l[..l.IndexOf(':', StringComparison.Ordinal)], l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|', StringSplitOptions.TrimEntries)))]);
        }),
    ];

    public string Name { get; }

    /// <summary>Its public source.</summary>
    public string Source => Text("source");

    /// <summary>What a scan must make of it.</summary>
    public ImmutableArray<string> Expected => [.. _lines.Where(l => l.Key.StartsWith("is-", StringComparison.Ordinal)).Select(l => $"{l.Key[3..]}: {l.Values[0]}")];

    /// <summary>What our probe reports of it.</summary>
    public MachineReport Probe()
    {
        var machine = FixtureMachine.Of(Sections());
        ImmutableArray<IHardwareSource> sources = Text("os") switch
        {
            // Without the one that asks the processor of the machine that runs the test.
            "windows" => [.. HardwareProbes.Windows(this, machine).Where(s => s is not ProcessorFlagsSource)],
            "mac" => [new MacSource(machine)],
            _ => HardwareProbes.Linux(machine, machine),
        };
        return new SourceProbe(Name, sources, TimeProvider.System, TimeSpan.FromSeconds(30)).ProbeAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    public override string ToString() => Name;

    /// <inheritdoc/>
    public ImmutableArray<ImmutableDictionary<string, object>> Query(string className, params ImmutableArray<string> properties) => className switch
    {
        "Win32_Processor" => [.. Told("cpu").Select(v => Row(("Name", v[0]), ("Manufacturer", v[0].Contains("Intel", StringComparison.Ordinal) ? "GenuineIntel" : v[0].Contains("AMD", StringComparison.Ordinal) ? "AuthenticAMD" : ""), ("NumberOfCores", v[1]), ("NumberOfLogicalProcessors", v[2])))],
        "Win32_ComputerSystem" => [Row(("TotalPhysicalMemory", $"{Gib("memory"):0}"), ("Manufacturer", ""), ("Model", Text("system")))],
        "Win32_VideoController" => [.. Told("gpu").Select(v => Row(("Name", v[0]), ("PNPDeviceID", v[1]), ("AdapterRAM", v.ElementAtOrDefault(2) ?? "")))],
        _ => [],
    };

    /// <inheritdoc/>
    public ImmutableArray<ImmutableDictionary<string, object>> DisplayAdapters() =>
        [.. Told("gpu").Where(v => v.Length > 3).Select(v => Row(("DriverDesc", v[0]), ("HardwareInformation.qwMemorySize", v[3])))];

    private string Sections()
    {
        var text = new StringBuilder();
        if (Text("system") is { Length: > 0 } system) text.Append($"=== file /sys/class/dmi/id/product_name\n{system}\n");
        if (Text("board") is { Length: > 0 } && Told("board")[0] is [var maker, var board]) text.Append($"=== file /sys/class/dmi/id/board_vendor\n{maker}\n=== file /sys/class/dmi/id/board_name\n{board}\n");
        if (Text("chassis") is { Length: > 0 } chassis) text.Append($"=== file /sys/class/dmi/id/chassis_type\n{chassis}\n");
        if (Text("kernel") is { Length: > 0 } kernel) text.Append($"=== file /proc/sys/kernel/osrelease\n{kernel}\n");
        if (Text("memory").Length > 0) text.Append(CultureInfo.InvariantCulture, $"=== file /proc/meminfo\nMemTotal: {Gib("memory") / 1024:0} kB\n");
        foreach (var tree in Told("device-tree")) text.Append($"=== file /proc/device-tree/compatible\n{tree[0].Replace(' ', '\0')}\0\n=== file /proc/device-tree/model\n{tree[1]}\0\n");
        if (Told("lscpu") is { Length: > 0 } lscpu) text.Append($"=== tool lscpu 0\n{string.Join('\n', lscpu.Select(v => v[0]))}\n");
        Processor(text);
        foreach (var pci in Told("pci")) Pci(text, pci);
        if (Told("pci") is { Length: > 0 } devices) text.Append($"=== tool lspci 0\n{string.Join('\n', devices.Select(Lspci))}\n");
        // bus, name, memory, default power limit, device id
        if (Told("nvidia") is { Length: > 0 } cards)
            text.Append($"=== tool nvidia-smi 0\n{string.Join('\n', cards.Select(c => $"{c[0]}, {c[1]}, {c[2]}, [N/A], 1, {c.ElementAtOrDefault(4) ?? "[N/A]"}, [N/A], [N/A], [N/A], [N/A], [N/A], {c.ElementAtOrDefault(3) ?? "[N/A]"}, [N/A]"))}\n");
        if (Told("rocm") is { Length: > 0 } amd)
            text.Append($"=== tool rocm-smi 0\n{{{string.Join(", ", amd.Select((c, i) => $"\"card{i}\": {{\"Card series\": \"{c[0]}\", \"Device ID\": \"{c[1]}\", \"VRAM Total Memory (B)\": \"{c[2]}\"}}"))}}}\n");
        if (Told("dimm") is { Length: > 0 } modules) Modules(text, modules);
        Mac(text);
        return text.ToString();
    }

    // name | cores | threads | sockets, or CPU implementer | threads for an ARM machine.
    private void Processor(StringBuilder text)
    {
        if (Text("os") is "windows" or "mac") return;
        if (Told("arm") is [[var implementer, var count], ..])
            text.Append($"=== file /proc/cpuinfo\n{string.Concat(Enumerable.Range(0, Number(count)).Select(i => $"processor : {i}\nFeatures : fp asimd\nCPU implementer : {implementer}\n\n"))}");
        if (Told("cpu") is not [{ Length: > 2 } cpu, ..]) return;
        var (cores, threads, sockets) = (Number(cpu[1]), Number(cpu[2]), cpu.Length > 3 ? Number(cpu[3]) : 1);
        var vendor = cpu[0].Contains("Intel", StringComparison.Ordinal) ? "GenuineIntel" : "AuthenticAMD";
        text.Append($"=== file /proc/cpuinfo\n{string.Concat(Enumerable.Range(0, threads).Select(i => $"processor : {i}\nvendor_id : {vendor}\nmodel name : {cpu[0]}\nphysical id : {i % sockets}\ncore id : {i % cores / sockets}\nflags : avx avx2\n\n"))}");
    }

    // address | class | vendor:device | name | bytes of memory | revision
    private static void Pci(StringBuilder text, string[] pci)
    {
        var folder = $"/sys/bus/pci/devices/{pci[0]}";
        text.Append($"=== file {folder}/class\n0x{pci[1]}00\n=== file {folder}/vendor\n0x{pci[2][..4]}\n=== file {folder}/device\n0x{pci[2][5..]}\n");
        if (pci.Length > 4 && pci[4].Length > 0) text.Append($"=== file {folder}/mem_info_vram_total\n{pci[4]}\n");
        if (pci.Length > 5) text.Append($"=== file {folder}/revision\n0x{pci[5]}\n");
    }

    private static string Lspci(string[] pci) => $"{pci[0]} \"Controller [{pci[1]}]\" \"Maker [{pci[2][..4]}]\" \"{pci[3]} [{pci[2][5..]}]\"";

    // count | GiB each | type | MT/s | configured MT/s | registered or unbuffered | part number
    private static void Modules(StringBuilder text, ImmutableArray<string[]> modules)
    {
        text.Append("=== tool dmidecode 0\n");
        foreach (var (dimm, i) in modules.SelectMany(m => Enumerable.Repeat(m, Number(m[0]))).Select((m, i) => (m, i)))
        {
            var registered = dimm[5] == "registered";
            text.Append($"Handle 0x{i:X4}, DMI type 17, 92 bytes\nMemory Device\n\tTotal Width: {(registered ? 72 : 64)} bits\n\tData Width: 64 bits\n\tSize: {dimm[1]} GB\n\tLocator: DIMM_{i}\n\tBank Locator: P0 CHANNEL {(char)('A' + i)}\n")
                .Append($"\tType: {dimm[2]}\n\tType Detail: Synchronous {(registered ? "Registered (Buffered)" : "Unbuffered (Unregistered)")}\n\tSpeed: {dimm[3]} MT/s\n\tConfigured Memory Speed: {dimm[4]} MT/s\n\tPart Number: {dimm.ElementAtOrDefault(6) ?? "Not Specified"}\n\n");
        }
    }

    // cpu | cores; gpu name | cores or memory | vendor | bus | device id
    private void Mac(StringBuilder text)
    {
        if (Text("os") != "mac") return;
        var cpu = Told("cpu")[0];
        text.Append(CultureInfo.InvariantCulture, $"=== tool sysctl 0\nmachdep.cpu.brand_string: {cpu[0]}\nhw.physicalcpu: {cpu[1]}\nhw.logicalcpu: {cpu[2]}\nhw.packages: 1\nhw.memsize: {Gib("memory"):0}\n");
        var gpus = Told("gpu").Select(g => $"{{\"sppci_model\": \"{g[0]}\", {(g[1].EndsWith("GB", StringComparison.Ordinal) ? $"\"spdisplays_vram\": \"{g[1]}\"" : $"\"sppci_cores\": \"{g[1]}\"")}, \"spdisplays_vendor\": \"sppci_vendor_{g[2]}\", \"sppci_bus\": \"spdisplays_{g[3]}\"}}");
        text.Append($"=== tool system_profiler 0\n{{\"SPDisplaysDataType\": [{string.Join(", ", gpus)}], \"SPHardwareDataType\": [{{\"machine_name\": \"{Text("system")}\"}}]}}\n");
    }

    private ImmutableArray<string[]> Told(string key) => [.. _lines.Where(l => l.Key == key).Select(l => l.Values)];

    private string Text(string key) => _lines.Where(l => l.Key == key).Select(l => l.Values[0]).FirstOrDefault() ?? "";

    private double Gib(string key) => double.TryParse(Text(key).Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var gib) ? gib * (1L << 30) : 0;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static ImmutableDictionary<string, object> Row(params (string Key, string Value)[] values) =>
        values.Where(v => v.Value.Length > 0).ToImmutableDictionary(v => v.Key, v => (object)v.Value);
}
