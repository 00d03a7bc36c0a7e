using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>Container and control-group limits (both cgroup versions); the tightest limit on the way to the root counts.</summary>
/// <param name="files">System files.</param>
public sealed class LimitsSource(ISystemFiles files) : IHardwareSource
{
    private const string Root = "/sys/fs/cgroup";

    // cgroup v1 says "no limit" with the largest page-aligned number.
    private const long NoLimit = 1L << 60;

    /// <inheritdoc/>
    public string Name => Root;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var groups = Groups(files.ReadText("/proc/self/cgroup"));
        var memory = Folders(groups, "").Select(f => Memory($"{f}/memory.max"))
            .Concat(Folders(groups, "memory").Select(f => Memory($"{f}/memory.limit_in_bytes")))
            .Where(r => r.IsKnown).OrderBy(r => r.Value.Count).FirstOrDefault();
        var cpus = Folders(groups, "").Select(f => Quota($"{f}/cpu.max"))
            .Concat(Folders(groups, "cpu").Select(f => Quota($"{f}/cpu.cfs_quota_us", $"{f}/cpu.cfs_period_us")))
            .Where(r => r.IsKnown).OrderBy(r => r.Value).FirstOrDefault();
        return Task.FromResult(new MachineReport
        {
            Limits = new LimitsReport { Container = Container(), Memory = memory, Cpus = cpus, AllowedThreads = Allowed() },
        });
    }

    // "0::/user.slice" (v2), "4:memory:/docker/abc", "5:cpu,cpuacct:/docker/abc" (v1).
    private static ImmutableDictionary<string, string> Groups(string? text)
    {
        var groups = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines.Of(text))
        {
            var fields = line.Split(':', 3);
            if (fields.Length == 3 && fields[2].StartsWith('/') && !fields[2].Contains("..", StringComparison.Ordinal))
                foreach (var controller in fields[1].Split(',')) groups[controller] = fields[2];
        }

        return groups.ToImmutable();
    }

    // Inside a container the path of the host may not exist: every ancestor is tried, down to the mount itself.
    private static IEnumerable<string> Folders(ImmutableDictionary<string, string> groups, string controller)
    {
        if (!groups.TryGetValue(controller, out var path)) yield break;
        var mount = controller.Length == 0 ? Root : $"{Root}/{controller}";
        for (var rest = path.TrimEnd('/'); rest.Length > 0; rest = rest[..rest.LastIndexOf('/')]) yield return mount + rest;
        yield return mount;
    }

    private Reading<Bytes> Memory(string path) =>
        Parse.Count(files.ReadText(path)) is > 0 and < NoLimit and var limit ? Reading.Of(Bytes.FromCount(limit), path) : default;

    private Reading<double> Quota(string path)
    {
        var fields = (files.ReadText(path) ?? "").Split(' ');
        return fields.Length == 2 && Parse.Number(fields[0]) is > 0 and var quota && Parse.Number(fields[1]) is > 0 and var period
            ? Reading.Of(quota / period, path)
            : default;
    }

    private Reading<double> Quota(string quotaPath, string periodPath) =>
        Parse.Number(files.ReadText(quotaPath)) is > 0 and var quota && Parse.Number(files.ReadText(periodPath)) is > 0 and var period
            ? Reading.Of(quota / period, quotaPath)
            : default;

    private Reading<int> Allowed()
    {
        foreach (var line in Lines.Of(files.ReadText("/proc/self/status")))
            if (Lines.Pair(line) is ("Cpus_allowed_list", var list) && Parse.ListLength(list) is { } threads)
                return Reading.Of(threads, "/proc/self/status");
        return default;
    }

    private Reading<string> Container()
    {
        if (files.Exists("/.dockerenv")) return Reading.Of("docker", "/.dockerenv");
        if (files.Exists("/run/.containerenv")) return Reading.Of("podman", "/run/.containerenv");
        var kind = (files.ReadText("/run/systemd/container") ?? "").Trim();
        return Reading.OfText(kind, "/run/systemd/container");
    }
}
