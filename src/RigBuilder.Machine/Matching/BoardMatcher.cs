using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Finds the mainboard by maker and name.</summary>
internal static partial class BoardMatcher
{
    // How the makers call themselves in firmware, and how boards are sold.
    private static readonly FrozenDictionary<string, string> Makers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["ASUSTeK COMPUTER INC."] = "ASUS",
        ["Micro-Star International Co., Ltd."] = "MSI",
        ["Micro-Star International Co., Ltd"] = "MSI",
        ["Gigabyte Technology Co., Ltd."] = "Gigabyte",
        ["ASRock"] = "ASRock",
        ["Supermicro"] = "Supermicro",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The board's match.</summary>
    public static PartMatch Match(BoardReport board, Catalog catalog)
    {
        if (!board.Name.TryGet(out var name)) return new PartMatch(PartKind.Motherboard, MatchOutcome.Unknown, "unnamed board", "the system does not tell its name");
        var maker = board.Vendor.TryGet(out var vendor) ? Makers.GetValueOrDefault(vendor, vendor) : "";
        var raw = $"{maker} {name}".Trim();
        var key = Shelf<Motherboard>.Normalise(ModelCode().Replace(name, ""));
        var full = Shelf<Motherboard>.Normalise(maker) + key;
        var found = catalog.Motherboards.Items.Where(b => b.Aliases.Prepend(b.Name).Any(n => Shelf<Motherboard>.Normalise(n) is var k && (k == full || k == key))).ToArray();
        return found.Length switch
        {
            1 => new PartMatch(PartKind.Motherboard, MatchOutcome.Matched, raw, $"{found[0].Name} by {board.Name.Source}") { PartId = found[0].Id },
            0 => new PartMatch(PartKind.Motherboard, MatchOutcome.Unknown, raw, "the catalog has no entry of this name"),
            _ => new PartMatch(PartKind.Motherboard, MatchOutcome.Ambiguous, raw, "several entries have this name") { Candidates = [.. found.Select(b => b.Id)] },
        };
    }

    // MSI: "MAG B550 TOMAHAWK (MS-7C91)".
    [GeneratedRegex(@"\s*\(MS-[0-9A-Z]+\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ModelCode();
}
