using System.Collections.Immutable;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Tools;

/// <summary>Display adapters and accelerators from "lspci -D -mm -nn".</summary>
/// <param name="tools">Runs lspci.</param>
public sealed class LspciSource(IProcessRunner tools) : ToolSource(tools, new ToolCall("lspci", "-D", "-mm", "-nn"))
{
    private const string Tool = "lspci";

    /// <inheritdoc/>
    protected override MachineReport Read(string output) => ReadLines(output);

    /// <summary>The report of the tool's lines; lines of other devices and odd ones are passed over.</summary>
    internal static MachineReport ReadLines(string output) => new()
    {
        Gpus = [.. Lines.Of(output).Select(l => Gpu(Fields(l))).OfType<GpuReport>()],
    };

    /// <summary>Splits a line at blanks; quoted fields may hold blanks, and quotes after a backslash.</summary>
    internal static ImmutableArray<string> Fields(string line)
    {
        var fields = ImmutableArray.CreateBuilder<string>();
        var field = new System.Text.StringBuilder();
        var (quoted, open) = (false, false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length) field.Append(line[++i]);
            else if (line[i] == '"') (quoted, open) = (!quoted, true);
            else if (line[i] == ' ' && !quoted) Flush();
            else field.Append(line[i]);
        }

        Flush();
        return fields.ToImmutable();

        void Flush()
        {
            if (field.Length > 0 || open) fields.Add(field.ToString());
            field.Clear();
            open = false;
        }
    }

    private static GpuReport? Gpu(ImmutableArray<string> fields)
    {
        if (fields.Length < 4 || PciAddress.Parse(fields[0]) is not { } address) return null;
        var (_, code) = Numbered(fields[1]);
        // 03xx are display controllers (VGA, 3D), 12xx processing accelerators.
        if ((code >> 8) is not (0x03 or 0x12)) return null;
        var (vendorName, vendor) = Numbered(fields[2]);
        var (name, device) = Numbered(fields[3]);
        return new GpuReport
        {
            Address = Reading.Of(address, Tool),
            Vendor = Reading.OfText(vendor is { } v ? PciIds.Vendor(v) ?? vendorName : vendorName, Tool),
            PciId = vendor is { } maker && device is { } number ? Reading.Of(PciIds.Text(maker, number), Tool) : default,
            // The tool looks the name up in its list, and writes "Device" where that is too old.
            Name = name is "Device" or "" ? default : Reading.Derived(name, Tool),
        };
    }

    // "GA102 [GeForce RTX 3090] [2204]" → name and number.
    private static (string Text, int? Number) Numbered(string field)
    {
        var open = field.LastIndexOf('[');
        return open >= 0 && field.EndsWith(']') && field.Length - open == 6 && Parse.Hex(field[(open + 1)..^1]) is { } number
            ? (field[..open].Trim(), number)
            : (field.Trim(), null);
    }
}
