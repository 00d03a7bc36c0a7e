using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Smbios;

/// <summary>
/// Counts populated memory channels from slot and bank names. Boards name slots freely, so only names that spell a channel out
/// count, and one module whose name does not makes the whole count unknown.
/// </summary>
internal static partial class Channels
{
    /// <summary>Distinct channels that hold a module.</summary>
    public static Reading<int> Populated(ImmutableArray<MemoryModule> modules)
    {
        if (modules.IsEmpty) return default;
        // Packages narrower than 64 bits share a channel; their names do not say which.
        if (modules.Any(m => m.DataWidth.ValueOr(64) < 32)) return Reading<int>.Unknown("soldered memory");
        var channels = modules.Select(Channel).ToArray();
        return channels.All(c => c is not null)
            ? Reading.Derived(channels.Distinct(StringComparer.Ordinal).Count(), "slot names")
            : Reading<int>.Unknown("the slot names do not tell");
    }

    /// <summary>The channel of a module as "group/channel"; null when its names do not tell.</summary>
    internal static string? Channel(MemoryModule module)
    {
        var slot = module.Slot.ValueOr("").ToUpperInvariant();
        var bank = module.Bank.ValueOr("").ToUpperInvariant();
        var letter = Spelled(slot) ?? Spelled(bank) ?? Lettered(slot);
        if (letter is null) return null;
        var group = Group().Match(slot) is { Success: true } own ? own : Group().Match(bank);
        return $"{(group.Success ? group.Value.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) : "")}/{letter}";
    }

    private static string? Spelled(string name) => SpelledChannel().Match(name) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? Lettered(string name)
    {
        var match = LetteredSlot().Match(name);
        return match.Success ? match.Groups.Values.Skip(1).First(g => g.Success).Value : null;
    }

    // "ChannelA-DIMM0", "P0 CHANNEL A", "Node 0 Channel 1 Dimm 0", "CHANNEL_B".
    [GeneratedRegex(@"CHANNEL[ _-]?([A-P]|\d{1,2})(?![A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex SpelledChannel();

    // "DIMM_A2", "DIMMA1", "DIMM A1", "CPU1_DIMM_C1", "A1_DIMM0", "P1-DIMMB2".
    [GeneratedRegex(@"DIMM[ _-]?([A-P])\d?$|(?:^|[ _-])([A-P])\d[ _-]DIMM", RegexOptions.CultureInvariant)]
    private static partial Regex LetteredSlot();

    // Processor or memory controller that the channel belongs to.
    [GeneratedRegex(@"CONTROLLER[ _]?\d+|NODE[ _]?\d+|CPU[ _]?\d+|(?<![A-Z])P\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Group();
}
