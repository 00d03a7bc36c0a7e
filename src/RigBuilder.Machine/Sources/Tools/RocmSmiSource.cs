using System.Collections.Immutable;
using System.Text.Json;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Tools;

/// <summary>AMD cards from "rocm-smi --json". Key spelling differs between versions ("Card series", "Card Series"), so case does not count.</summary>
/// <param name="tools">Runs rocm-smi.</param>
public sealed class RocmSmiSource(IProcessRunner tools)
    : ToolSource(tools, new ToolCall("rocm-smi", "--showproductname", "--showmeminfo", "vram", "--showbus", "--showmaxpower", "--showdriverversion", "--json"))
{
    private const string Tool = "rocm-smi";

    /// <inheritdoc/>
    protected override MachineReport Read(string output) => ReadJson(output);

    /// <summary>The report of the tool's JSON; anything else becomes a diagnostic.</summary>
    internal static MachineReport ReadJson(string output)
    {
        // Warnings may stand before the object.
        var start = output.IndexOf('{', StringComparison.Ordinal);
        if (start < 0) return MachineReport.Empty;
        try
        {
            using var json = JsonDocument.Parse(output[start..], new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 16 });
            var cards = json.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object).ToArray();
            var driver = cards.Where(c => c.Name == "system").Select(c => Values(c.Value).GetValueOrDefault("driver version")).FirstOrDefault();
            return new MachineReport { Gpus = [.. cards.Where(c => c.Name.StartsWith("card", StringComparison.Ordinal)).Select(c => Gpu(Values(c.Value), driver))] };
        }
        catch (JsonException)
        {
            return MachineReport.Empty with { Diagnostics = [ProbeDiagnostics.Unreadable(Tool, "its output is not complete JSON")] };
        }
    }

    private static ImmutableDictionary<string, string> Values(JsonElement card)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in card.EnumerateObject())
            if (Placeholders.Clean(property.Value.ToString()) is { } text) values[property.Name] = text;
        return values.ToImmutable();
    }

    private static GpuReport Gpu(ImmutableDictionary<string, string> card, string? driver)
    {
        var total = Size(card.GetValueOrDefault("VRAM Total Memory (B)"));
        var used = Size(card.GetValueOrDefault("VRAM Total Used Memory (B)"));
        var id = Parse.Hex(card.GetValueOrDefault("Device ID") ?? card.GetValueOrDefault("Card model") ?? card.GetValueOrDefault("GPU ID"));
        return new GpuReport
        {
            Address = Reading.OfText(PciAddress.Parse(card.GetValueOrDefault("PCI Bus")), Tool),
            Name = NameOf(ProductName(card)),
            Vendor = Reading.Of("amd", Tool),
            PciId = id is > 0 and <= 0xFFFF and var device ? Reading.Of(PciIds.Text(0x1002, device), Tool) : default,
            VramTotal = total,
            VramFree = total.IsKnown && used.IsKnown ? total.Select(t => t - used.Value) : default,
            Driver = Reading.OfText(driver is null ? null : $"amdgpu {driver}", Tool),
            PowerLimit = Parse.Number(card.GetValueOrDefault("Max Graphics Package Power (W)")) is > 0 and < 1e5 and var watts
                ? Reading.Of(Watts.FromValue(watts), Tool)
                : default,
        };
    }

    // A list of products that share the chip is looked up, and worse than the one name that the revision gives.
    private static Reading<string> NameOf(string? product) =>
        CardName.Of(product).Products > 1 ? Reading.Derived(product!, Tool) : Reading.OfText(product, Tool);

    // Old versions put the device number where the name belongs.
    private static string? ProductName(ImmutableDictionary<string, string> card)
    {
        foreach (var key in (string[])["Card series", "Card model"])
            if (card.TryGetValue(key, out var name) && Parse.Hex(name) is null) return name;
        return null;
    }

    private static Reading<Bytes> Size(string? text) =>
        Parse.Count(text) is > 0 and < 1L << 50 and var count ? Reading.Of(Bytes.FromCount(count), Tool) : default;
}
