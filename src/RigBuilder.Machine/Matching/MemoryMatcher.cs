using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Finds RAM kits: equal modules form a group, and a kit of the same type, module size and speed whose module count divides it is taken.</summary>
internal static class MemoryMatcher
{
    /// <summary>A match per group of equal modules; one that says so when the modules are unknown.</summary>
    public static ImmutableArray<PartMatch> Match(MemoryReport memory, Catalog catalog)
    {
        if (memory.Modules.IsEmpty) return [Nameless(memory)];
        return [.. memory.Modules
            .GroupBy(m => (Type: m.Type.IsKnown ? m.Type.Value : (MemoryType?)null, Size: m.Size.ValueOr(Bytes.Zero), Speed: Speed(m).ValueOr(TransferRate.Zero)))
            .Select(g => Group([.. g], catalog))];
    }

    // What the modules are sold as; the speed they run at is kept in the report and may be lower.
    private static Reading<TransferRate> Speed(MemoryModule module) => module.RatedSpeed.Or(module.ConfiguredSpeed);

    private static PartMatch Group(ImmutableArray<MemoryModule> modules, Catalog catalog)
    {
        var first = modules[0];
        var raw = Describe(modules);
        if (!first.Type.TryGet(out var type) || !first.Size.TryGet(out var size) || !Speed(first).TryGet(out var speed))
            return Unknown(modules, raw, "type or speed of the modules is unknown");
        ImmutableArray<MemoryKit> fitting = [.. catalog.Memory.Items.Where(k =>
            k.Type == type && k.ModuleSize == size && Math.Abs(k.Speed.MegaTransfers - speed.MegaTransfers) <= 2
            && modules.Length % k.Modules == 0
            && (!first.Ecc.IsKnown || first.Ecc.Value == k.Ecc) && (!first.Registered.IsKnown || first.Registered.Value == k.Registered))];
        if (fitting.IsEmpty) return Unknown(modules, raw, "the catalog has no kit of this type, size and speed");
        var named = fitting.Where(k => IsNamed(k, first)).ToArray();
        // Fewer, larger kits describe the same modules better than many single ones.
        var kit = named.Length == 1 ? named[0] : fitting.OrderByDescending(k => k.Modules).First();
        var alike = fitting.Count(k => k.Modules == kit.Modules) - 1;
        var note = named.Length == 1 ? "by part number" : alike == 0 ? "by type, size and speed" : $"by type, size and speed; {alike} more kits are alike";
        return new PartMatch(PartKind.Memory, MatchOutcome.Matched, raw, $"{kit.Name} {note}{Slow(first)}") { PartId = kit.Id, Count = modules.Length / kit.Modules };
    }

    private static string Slow(MemoryModule module) =>
        module.RatedSpeed.TryGet(out var rated) && module.ConfiguredSpeed.TryGet(out var now) && now.MegaTransfers < 0.98 * rated.MegaTransfers
            ? $"; runs at {now} instead of {rated}"
            : "";

    private static bool IsNamed(MemoryKit kit, MemoryModule module)
    {
        if (!module.PartNumber.TryGet(out var number)) return false;
        var key = Shelf<Part>.Normalise(number);
        return key.Length >= 6 && kit.Aliases.Prepend(kit.Name).Any(n => Shelf<Part>.Normalise(n) == key);
    }

    private static string Describe(ImmutableArray<MemoryModule> modules)
    {
        var first = modules[0];
        var type = first.TypeName.TryGet(out var name) ? name + (Speed(first).TryGet(out var speed) ? $"-{speed.MegaTransfers.ToString("0", CultureInfo.InvariantCulture)}" : "") : "memory";
        return $"{modules.Length} × {first.Size.ValueOr(Bytes.Zero)} {type}{(first.PartNumber.TryGet(out var part) ? $" ({part})" : "")}";
    }

    private static PartMatch Nameless(MemoryReport memory)
    {
        var size = memory.Installed.Or(memory.Usable);
        return new PartMatch(PartKind.Memory, MatchOutcome.Unknown, size.TryGet(out var bytes) ? $"{bytes} of memory" : "memory",
            "the system does not tell its modules; pick a kit by hand");
    }

    private static PartMatch Unknown(ImmutableArray<MemoryModule> modules, string raw, string note)
    {
        var draft = Draft(modules);
        return new PartMatch(PartKind.Memory, MatchOutcome.Unknown, raw, note) { PartId = draft.Id, Draft = draft };
    }

    private static DraftEntry Draft(ImmutableArray<MemoryModule> modules)
    {
        var first = modules[0];
        var gib = first.Size.ValueOr(Bytes.Zero).GiB.ToString("0.##", CultureInfo.InvariantCulture);
        var speed = Speed(first).TryGet(out var rate) ? rate.MegaTransfers.ToString("0", CultureInfo.InvariantCulture) : null;
        var type = first.TypeName.ValueOr("memory");
        return new DraftEntry(PartKind.Memory, DraftEntry.IdOf($"my {type} {speed} {modules.Length}x{gib} gb"),
        [
            new("name", DraftEntry.Quote($"{first.Manufacturer.ValueOr("Installed")} {modules.Length} × {gib} GB {type}{(speed is null ? "" : "-" + speed)}")),
            .. first.PartNumber.TryGet(out var number) ? [new DraftField("aliases", $"[{DraftEntry.Quote(number)}]", first.PartNumber.Source)] : Array.Empty<DraftField>(),
            first.Type.TryGet(out var known) ? new("type", known.ToString().ToLowerInvariant(), first.Type.Source) : new("type", null, "ddr3, ddr4, ddr5 or lpddr5"),
            new("modules", modules.Length.ToString(CultureInfo.InvariantCulture)),
            new("module_size", $"{gib} GiB", first.Size.Source),
            speed is null ? new("speed", null, "for example 5600 MT/s") : new("speed", $"{speed} MT/s", Speed(first).Source),
            .. first.Ecc.TryGet(out var ecc) ? [new DraftField("ecc", ecc ? "true" : "false", first.Ecc.Source)] : Array.Empty<DraftField>(),
            .. first.Registered.TryGet(out var registered) ? [new DraftField("registered", registered ? "true" : "false", first.Registered.Source)] : Array.Empty<DraftField>(),
            new("source", DraftEntry.Quote("hardware scan of this machine")),
        ]);
    }
}
