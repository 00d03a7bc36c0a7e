using System.Text.RegularExpressions;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>
/// Boards that tell what they are by a device tree (Raspberry Pi, Jetson, Snapdragon laptops, Apple's machines under Linux): the machine's
/// name, and the chip, which no other file of theirs names.
/// </summary>
/// <param name="files">System files.</param>
public sealed partial class DeviceTreeSource(ISystemFiles files) : IHardwareSource
{
    private const string Tree = "/proc/device-tree";

    /// <inheritdoc/>
    public string Name => Tree;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation) => Task.FromResult(new MachineReport
    {
        Cpu = new CpuReport { Name = Reading.OfText(Chip(files.ReadText($"{Tree}/compatible")), $"{Tree}/compatible") },
        Board = new BoardReport { System = Reading.OfText(files.ReadText($"{Tree}/model")?.Trim('\0', ' ', '\n'), $"{Tree}/model") },
    });

    /// <summary>
    /// The chip out of a root node's "compatible": names from the board to the family, each with its maker ("raspberrypi,5-model-b",
    /// "brcm,bcm2712"). The chip is the first name of the last one's maker that is no board's.
    /// </summary>
    internal static string? Chip(string? compatible)
    {
        var names = (compatible ?? "").Split('\0', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(n => n.Split(',', 2)).Where(n => n.Length == 2).ToArray();
        return names.Length == 0 ? null : names.Where(n => n[0] == names[^1][0] && !NoChip().IsMatch(n[1])).Select(n => n[1].ToUpperInvariant()).FirstOrDefault();
    }

    // Boards of NVIDIA ("p3701-0005") and of Apple ("j316s"), and Apple's word for all of them.
    [GeneratedRegex(@"^(?:[jp]\d|arm-platform$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoChip();
}
