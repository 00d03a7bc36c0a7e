using Hardware.Info;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>The mainboard from the library's list, which has one entry even where nothing is known.</summary>
internal static class BoardHints
{
    public static BoardReport Of(IEnumerable<Motherboard> boards) =>
        boards.FirstOrDefault(b => !string.IsNullOrWhiteSpace(b.Product)) is { } board
            ? new BoardReport { Vendor = Hints.Text(board.Manufacturer), Name = Hints.Text(board.Product) }
            : new BoardReport();
}
