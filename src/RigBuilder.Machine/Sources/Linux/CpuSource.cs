using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>The processor from /proc/cpuinfo and /sys/devices/system/cpu.</summary>
/// <param name="files">System files.</param>
public sealed class CpuSource(ISystemFiles files) : IHardwareSource
{
    private const string Info = "/proc/cpuinfo";
    private const string Tree = "/sys/devices/system/cpu";

    // Kernel spelling of the extensions that llama.cpp's CPU backends are built for.
    private static readonly ImmutableArray<string> Interesting =
        ["sse4_2", "avx", "f16c", "fma", "avx2", "avx_vnni", "avx512f", "avx512bw", "avx512vl", "avx512_vnni", "avx512_bf16", "amx_tile", "amx_int8", "amx_bf16",
         "asimd", "asimddp", "i8mm", "bf16", "sve", "sve2"];

    /// <inheritdoc/>
    public string Name => Info;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var blocks = CpuInfo.Blocks(files.ReadText(Info));
        if (blocks.IsEmpty) return Task.FromResult(MachineReport.Empty);
        var first = blocks[0];
        // Kernels for ARM write the revision of the architecture there ("ARMv8 Processor rev 1 (v8l)"), if anything.
        var name = first.GetValueOrDefault("model name") is { } told && !told.StartsWith("ARMv", StringComparison.Ordinal) ? Reading.OfText(Placeholders.Clean(told), Info) : default;
        var flags = (first.GetValueOrDefault("flags") ?? first.GetValueOrDefault("Features") ?? "").Split(' ').ToHashSet(StringComparer.Ordinal);
        var cpu = new CpuReport
        {
            Name = name,
            Vendor = Vendor(first),
            Threads = Reading.Of(blocks.Length, Info),
            Cores = Cores(blocks),
            Sockets = Sockets(blocks),
            BaseClock = BaseClock(name),
            MaxClock = Clock("cpufreq/cpuinfo_max_freq", 1e-6),
            L3Cache = L3(),
            Avx2 = flags.Count > 1 ? Reading.Of(flags.Contains("avx2"), Info) : default,
            Avx512 = flags.Count > 1 ? Reading.Of(flags.Contains("avx512f"), Info) : default,
            Extensions = Reading.OfText(string.Join(' ', Interesting.Where(flags.Contains)), Info),
        };
        var os = new OsReport { Virtualisation = flags.Contains("hypervisor") ? Reading.Derived("virtual machine", "hypervisor flag in /proc/cpuinfo") : default };
        return Task.FromResult(new MachineReport { Cpu = cpu, Os = os });
    }

    private static Reading<string> Vendor(ImmutableDictionary<string, string> block) => block.GetValueOrDefault("vendor_id") switch
    {
        "GenuineIntel" => Reading.Of("intel", Info),
        "AuthenticAMD" => Reading.Of("amd", Info),
        { Length: > 0 } other => Reading.Of(other, Info),
        _ => block.GetValueOrDefault("CPU implementer") switch
        {
            "0x41" => Reading.Of("arm", Info),
            "0x51" => Reading.Of("qualcomm", Info),
            "0x61" => Reading.Of("apple", Info),
            "0xc0" => Reading.Of("ampere", Info),
            _ => default,
        },
    };

    private Reading<int> Cores(ImmutableArray<ImmutableDictionary<string, string>> blocks)
    {
        if (blocks.All(b => b.ContainsKey("core id")))
            return Reading.Of(blocks.Select(b => (b.GetValueOrDefault("physical id"), b["core id"])).Distinct().Count(), Info);
        var siblings = Threads().Select(t => files.ReadText($"{Tree}/{t}/topology/thread_siblings_list")?.Trim()).ToArray();
        return siblings.Length > 0 && siblings.All(s => s is { Length: > 0 })
            ? Reading.Of(siblings.Distinct().Count(), $"{Tree}/*/topology")
            : default;
    }

    private Reading<int> Sockets(ImmutableArray<ImmutableDictionary<string, string>> blocks)
    {
        if (blocks.All(b => b.ContainsKey("physical id")))
            return Reading.Of(blocks.Select(b => b["physical id"]).Distinct().Count(), Info);
        var packages = Threads().Select(t => Parse.Int(files.ReadText($"{Tree}/{t}/topology/physical_package_id"))).ToArray();
        return packages.Length > 0 && packages.All(p => p >= 0) ? Reading.Of(packages.Distinct().Count(), $"{Tree}/*/topology") : default;
    }

    private Reading<Frequency> BaseClock(Reading<string> name)
    {
        var told = Clock("cpufreq/base_frequency", 1e-6).Or(Clock("acpi_cppc/nominal_freq", 1e-3));
        if (told.IsKnown || !name.TryGet(out var text)) return told;
        var at = text.LastIndexOf('@');
        return at >= 0 && text.EndsWith("GHz", StringComparison.OrdinalIgnoreCase) && Parse.Leading(text[(at + 1)..]) is > 0 and < 100 and var clock
            ? Reading.Derived(Frequency.FromGigahertz(clock), "model name in /proc/cpuinfo")
            : default;
    }

    // Hybrid processors have slower cores too: the fastest one counts.
    private Reading<Frequency> Clock(string file, double gigahertz)
    {
        var clocks = Threads().Select(t => Parse.Number(files.ReadText($"{Tree}/{t}/{file}"))).OfType<double>().Where(c => c > 0).ToArray();
        return clocks.Length == 0 ? default : Reading.Of(Frequency.FromGigahertz(clocks.Max() * gigahertz), $"{Tree}/*/{file}");
    }

    private Reading<Bytes> L3()
    {
        var caches = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var thread in Threads())
        {
            var folder = $"{Tree}/{thread}/cache/index3";
            if (files.ReadText($"{folder}/shared_cpu_list")?.Trim() is { Length: > 0 } shared
                && files.ReadText($"{folder}/size")?.Trim() is { } size && size.EndsWith('K') && Parse.Count(size[..^1]) is < 1L << 40 and var kib)
                caches[shared] = kib * 1024;
        }

        return caches.Count == 0 ? default : Reading.Of(Bytes.FromCount(caches.Values.Sum()), $"{Tree}/*/cache");
    }

    private IEnumerable<string> Threads() =>
        files.List(Tree).Where(n => n.StartsWith("cpu", StringComparison.Ordinal) && Parse.Count(n[3..]) is not null);
}
