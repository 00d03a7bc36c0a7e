using System.Collections.Frozen;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>Board, firmware and chassis from /sys/class/dmi/id, which everybody may read.</summary>
/// <param name="files">System files.</param>
public sealed class DmiIdSource(ISystemFiles files) : IHardwareSource
{
    private const string Folder = "/sys/class/dmi/id";

    private static readonly FrozenDictionary<string, string> Hypervisors = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["QEMU"] = "QEMU",
        ["VMware, Inc."] = "VMware",
        ["innotek GmbH"] = "VirtualBox",
        ["Xen"] = "Xen",
        ["Amazon EC2"] = "Amazon EC2",
        ["Google"] = "Google Compute Engine",
        ["Parallels Software International Inc."] = "Parallels",
        ["DigitalOcean"] = "DigitalOcean",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => Folder;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var maker = Text("sys_vendor");
        var product = Text("product_name");
        var bios = string.Join(' ', new[] { Text("bios_vendor"), Text("bios_version"), Text("bios_date") }.OfType<string>());
        var board = new BoardReport
        {
            Vendor = Reading.OfText(Text("board_vendor"), Folder),
            Name = Reading.OfText(Text("board_name"), Folder),
            System = Reading.OfText(string.Join(' ', new[] { maker, product }.OfType<string>()), Folder),
            Bios = Reading.OfText(bios, Folder),
            Portable = Chassis.Portable(Parse.Int(files.ReadText($"{Folder}/chassis_type")), $"{Folder}/chassis_type"),
        };
        return Task.FromResult(new MachineReport { Board = board, Os = new OsReport { Virtualisation = Virtualisation(maker, product) } });
    }

    private static Reading<string> Virtualisation(string? maker, string? product) => (maker, product) switch
    {
        ("Microsoft Corporation", "Virtual Machine") => Reading.Of("Hyper-V", Folder),
        (not null, _) when Hypervisors.TryGetValue(maker, out var known) => Reading.Of(known, Folder),
        (_, "KVM") => Reading.Of("KVM", Folder),
        _ => default,
    };

    private string? Text(string file) => Placeholders.Clean(files.ReadText($"{Folder}/{file}"));
}
