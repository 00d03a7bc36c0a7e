using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Tools;

/// <summary>Rows of "nvidia-smi --query-gpu=… --format=csv,noheader,nounits". Values are in MiB and W; names hold no comma.</summary>
internal static class NvidiaSmiCsv
{
    private const string Tool = "nvidia-smi";

    /// <summary>The report of the rows; rows with too few fields become diagnostics.</summary>
    public static MachineReport Read(string output, ImmutableArray<string> fields)
    {
        var gpus = ImmutableArray.CreateBuilder<GpuReport>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var line in Lines.Of(output))
        {
            var row = Row(line, fields);
            // GPUs of Jetson boards sit on no bus.
            if (row is not null && (PciAddress.Parse(row.GetValueOrDefault("pci.bus_id")) is not null || (row.ContainsKey("name") && !row.ContainsKey("pci.bus_id")))) gpus.Add(Gpu(row));
            // "No devices were found" is an answer, not a broken row.
            else if (line.Contains(',', StringComparison.Ordinal)) diagnostics.Add(ProbeDiagnostics.Unreadable(Tool, "a row of its output is incomplete and is left out"));
        }

        return new MachineReport { Gpus = gpus.ToImmutable(), Diagnostics = diagnostics.ToImmutable() };
    }

    /// <summary>A row by field; null when the number of values is another.</summary>
    internal static ImmutableDictionary<string, string>? Row(string line, ImmutableArray<string> fields)
    {
        var values = line.Split(',');
        return values.Length != fields.Length
            ? null
            : fields.Zip(values).Select(p => (p.First, Value: Placeholders.Clean(p.Second))).Where(p => p.Value is not null)
                .ToImmutableDictionary(p => p.First, p => p.Value!, StringComparer.Ordinal);
    }

    private static GpuReport Gpu(ImmutableDictionary<string, string> row)
    {
        var name = row.GetValueOrDefault("name");
        var id = Parse.Hex(row.GetValueOrDefault("pci.device_id"));
        return new GpuReport
        {
            Address = Reading.OfText(PciAddress.Parse(row.GetValueOrDefault("pci.bus_id")), Tool),
            Name = Reading.OfText(name, Tool),
            Vendor = Reading.Of("nvidia", Tool),
            // The device id comes as "0x220410DE": device in the upper, vendor in the lower half.
            PciId = id is { } packed && (packed & 0xFFFF) == 0x10DE ? Reading.Of(PciIds.Text(0x10DE, (packed >>> 16) & 0xFFFF), Tool) : default,
            VramTotal = Mebibytes(row.GetValueOrDefault("memory.total")),
            VramFree = Mebibytes(row.GetValueOrDefault("memory.free")),
            Driver = Reading.OfText(row.TryGetValue("driver_version", out var version) ? $"nvidia {version}" : null, Tool),
            LinkNow = Link(row, "current"),
            LinkBest = Link(row, "max"),
            PowerLimit = Power(row.GetValueOrDefault("power.limit")),
            DefaultPowerLimit = Power(row.GetValueOrDefault("power.default_limit")),
            ComputeCapability = Reading.OfText(row.GetValueOrDefault("compute_cap"), Tool),
            Laptop = CardName.Of(name).Laptop ? Reading.Of(true, Tool) : default,
        };
    }

    private static Reading<Bytes> Mebibytes(string? text) =>
        Parse.Number(text) is >= 0 and < 1e9 and var mebibytes ? Reading.Of(Bytes.FromMiB(mebibytes), Tool) : default;

    private static Reading<Watts> Power(string? text) =>
        Parse.Number(text) is > 0 and < 1e5 and var watts ? Reading.Of(Watts.FromValue(watts), Tool) : default;

    private static Reading<Domain.Parts.PcieLink> Link(ImmutableDictionary<string, string> row, string when) => Reading.OfNullable(
        Parse.LinkOf(Parse.Int(row.GetValueOrDefault($"pcie.link.gen.{when}")), Parse.Int(row.GetValueOrDefault($"pcie.link.width.{when}"))), Tool);
}
