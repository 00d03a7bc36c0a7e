using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Tools;

/// <summary>
/// ARM processors from "lscpu": the product where the firmware tells it (to an administrator only), and the design of the cores. The kernel
/// tells no names there. x86 processors tell their own name, so nothing is taken of theirs.
/// </summary>
/// <param name="tools">Runs lscpu.</param>
public sealed class LscpuSource(IProcessRunner tools) : ToolSource(tools, new ToolCall("lscpu"))
{
    private const string Tool = "lscpu";

    /// <inheritdoc/>
    protected override MachineReport Read(string output) => ReadLines(output);

    /// <summary>The report of the tool's lines.</summary>
    internal static MachineReport ReadLines(string output)
    {
        var pairs = Lines.Of(output).Select(Lines.Pair).OfType<(string Key, string Value)>().ToLookup(p => p.Key, p => p.Value);
        if (!pairs["Architecture"].Any(a => a.StartsWith("aarch64", StringComparison.Ordinal) || a.StartsWith("arm", StringComparison.Ordinal))) return MachineReport.Empty;
        var designs = string.Join(" + ", pairs["Model name"].Select(Placeholders.Clean).OfType<string>().Distinct());
        // A hypervisor's firmware tells the kind of the virtual machine.
        var product = pairs["BIOS Vendor ID"].Contains("QEMU") ? null : pairs["BIOS Model name"].Select(Placeholders.Clean).FirstOrDefault();
        return new MachineReport { Cpu = new CpuReport { Name = Reading.OfText(product, Tool), CoreDesign = Reading.OfText(designs, Tool) } };
    }
}
