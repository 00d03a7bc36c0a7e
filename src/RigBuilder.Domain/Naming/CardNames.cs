using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Naming;

/// <summary>
/// Finds graphics cards as people, shops and drivers write them. All that is said must be in a catalog name; brand words may be left out.
/// Memory that is said decides between cards of one name, and a plain name means the card that the catalog calls so.
/// </summary>
internal sealed class CardNames
{
    private const int MostCards = 1000;

    // Words that people leave out because they add nothing ("3090"), and words that tell one product of a number from another ("RTX 6000").
    private static readonly FrozenSet<string> Brands = Set("geforce", "radeon", "rtx", "gtx", "rx", "arc", "tesla", "instinct");
    private static readonly FrozenSet<string> Lines = Set("quadro", "pro", "ai", "ada", "blackwell", "workstation", "maxq", "pcie", "sxm", "nvl", "titan");

    // After a product's number, these make another product of it.
    private static readonly FrozenSet<string> Variants = Set("ti", "super", "xt", "xtx", "gre", "sff", "server", "duo", "max", "plus", "mobile", "laptop", "embedded");

    private readonly Shelf<Gpu> _gpus;
    private readonly ImmutableArray<(Gpu Gpu, CardReading Name)> _known;
    private readonly ImmutableArray<(string Id, ImmutableArray<string> Tokens)> _alike;

    /// <summary>An index over a catalog's cards.</summary>
    public CardNames(Shelf<Gpu> gpus)
    {
        _gpus = gpus;
        _known = [.. gpus.Items.SelectMany(Names)];
        _alike = [.. _known.Select(k => (k.Gpu.Id, k.Name.Tokens))];
    }

    /// <summary>The cards that a text names.</summary>
    public Resolution<NamedCard> Find(string text)
    {
        if (_gpus.Find(text) is { } exact && exact.Id == text) return Resolution<NamedCard>.Of(new NamedCard(exact));
        var spelling = CardSpelling.Of(text);
        if (spelling.Count > MostCards) return Resolution<NamedCard>.None($"{NameText.Quoted(text)} is {spelling.Count} cards; at most {MostCards} are taken");
        var found = Product(spelling);
        ImmutableArray<string> parts = spelling.Count > 1 ? [$"{spelling.Count} cards", .. Parts(spelling)] : Parts(spelling);
        return found.Select(g => new NamedCard(g, spelling.Count)) with { Parts = parts };
    }

    /// <summary>What is called so whatever its memory, brand words apart. For detection, which knows the memory better.</summary>
    public ImmutableArray<Gpu> Named(ImmutableArray<CardReading> readings) =>
        [.. readings.SelectMany(r => Matches(r)).Where(m => m.SameProduct).Select(m => m.Gpu).Distinct()];

    // A card whose own name tells its memory has siblings of the same name: an alias without it is no plain name.
    private static IEnumerable<(Gpu Gpu, CardReading Name)> Names(Gpu gpu)
    {
        var own = CardSpelling.Of(gpu.Name).Readings.FirstOrDefault()?.Gigabytes;
        return gpu.Aliases.Prepend(gpu.Name).Prepend(gpu.Id).SelectMany(n => CardSpelling.Of(n).Readings).Select(r => (gpu, r with { Gigabytes = r.Gigabytes ?? own }));
    }

    private Resolution<Gpu> Product(CardSpelling spelling)
    {
        if (spelling.Readings.IsEmpty && spelling.PciId is { } id)
        {
            ImmutableArray<Gpu> byId = [.. _gpus.Items.Where(g => g.PciIds.Contains(id))];
            return byId switch
            {
                [] => Resolution<Gpu>.None($"the catalog has no card with the PCI id {id}"),
                [var only] => Resolution<Gpu>.Of(only, $"PCI device {id}: {only.Name}"),
                _ => Resolution<Gpu>.Several(spelling.Written, byId, g => g.Id),
            };
        }

        if (spelling.Readings.IsEmpty) return Resolution<Gpu>.None($"{NameText.Quoted(spelling.Written)} names no particular graphics card");
        var each = spelling.Readings.Select(r => (Reading: r, Matches: Best(Matches(r)))).Where(r => !r.Matches.IsEmpty).ToArray();
        if (each.Length == 0) return Resolution<Gpu>.None($"the catalog has no gpu {NameText.Quoted(spelling.Written)}", Likeness.To([.. spelling.Readings.SelectMany(r => r.Tokens)], spelling.Written, _alike));
        var fitting = each.Select(r => (r.Reading, Matches: (ImmutableArray<Match>)[.. r.Matches.Where(m => SizeFits(r.Reading, m.Gpu))])).Where(r => !r.Matches.IsEmpty).ToArray();
        if (fitting.Length == 0) return OtherMemory(spelling, each[0].Reading, each[0].Matches);
        ImmutableArray<Gpu> cards = [.. fitting.SelectMany(r => Plain(r.Reading, r.Matches)).Distinct()];
        if (cards is not [var card]) return Resolution<Gpu>.Several(spelling.Written, cards, g => g.Id);
        return Resolution<Gpu>.Of(card, Siblings(card, fitting[0].Reading));
    }

    // The card of twice the memory is a known modification (RTX 4090 48 GB, RTX 2080 Ti 22 GB); any other size is a mistake.
    private static Resolution<Gpu> OtherMemory(CardSpelling spelling, CardReading reading, ImmutableArray<Match> matches)
    {
        var gpu = matches[0].Gpu;
        var gib = reading.Gigabytes!.Value;
        if (Math.Abs(gib - (2 * gpu.Vram.GiB)) > 0.06 * gib)
            return Resolution<Gpu>.None($"{NameText.Quoted(spelling.Written)}: {gpu.Name} has {gpu.Vram}, not {gib.ToString("0.#", CultureInfo.InvariantCulture)} GiB", [.. matches.Select(m => m.Gpu.Id).Distinct()]);
        var size = Bytes.FromGiB(2 * gpu.Vram.GiB);
        return Resolution<Gpu>.Of(
            gpu with { Vram = size, Name = $"{gpu.Name} ({size.GiB:0} GB, modified)" },
            $"{NameText.Quoted(spelling.Written)}: a modified {gpu.Name} with {size} instead of {gpu.Vram}; all else as the catalog has it");
    }

    private static IEnumerable<Gpu> Plain(CardReading reading, ImmutableArray<Match> matches)
    {
        var cards = matches.Select(m => m.Gpu).Distinct().ToArray();
        if (cards.Length < 2 || reading.Gigabytes is not null) return cards;
        var plain = matches.Where(m => m.SameProduct && m.Name.Gigabytes is null).Select(m => m.Gpu).Distinct().ToArray();
        return plain.Length == 0 ? cards : plain;
    }

    private ImmutableArray<string> Siblings(Gpu card, CardReading reading)
    {
        if (reading.Gigabytes is not null || card.Integrated) return [];
        var others = Matches(reading).Where(m => m.SameProduct && m.Gpu.Id != card.Id && m.Gpu.Vram != card.Vram).Select(m => m.Gpu.Vram.ToString()).Distinct().ToArray();
        return others.Length == 0 ? [] : [$"{card.Name}: the card of {card.Vram} is meant; it is sold with {string.Join(" and ", others)} too"];
    }

    private static ImmutableArray<Match> Best(ImmutableArray<Match> matches)
    {
        if (matches.IsEmpty) return [];
        var best = matches.Min(m => (m.Rank, -m.Length));
        return [.. matches.Where(m => (m.Rank, -m.Length) == best || (m.Rank == best.Rank && best.Rank < 2))];
    }

    private ImmutableArray<Match> Matches(CardReading reading)
    {
        ImmutableArray<Match> found = [.. _known.Select(k => Of(k.Gpu, k.Name, reading)).OfType<Match>()];
        // "3090s".
        return found.IsEmpty && reading.Tokens is [.. var stem, "s"] && stem.Any(t => char.IsAsciiDigit(t[0])) ? Matches(reading with { Tokens = [.. stem] }) : found;
    }

    // A laptop entry that is told from the desktop card by the mark alone needs the mark; "Arc A770M" needs none.
    private static Match? Of(Gpu gpu, CardReading name, CardReading reading)
    {
        if (gpu.Segment == GpuSegment.Laptop ? !reading.Laptop && name.Laptop : reading.Laptop) return null;
        var architecture = NameTokens.OfPart(gpu.Architecture);
        ImmutableArray<string> said = [.. reading.Tokens.Where(t => name.Tokens.Contains(t) || !architecture.Contains(t))];
        var missing = name.Tokens.ToList();
        if (said.All(missing.Remove))
        {
            var same = missing.All(Brands.Contains);
            // A name that tells its memory says more than a text that does not.
            if (same || missing.All(t => Brands.Contains(t) || Lines.Contains(t))) return new Match(gpu, name, same && (name.Gigabytes is null || reading.Gigabytes is not null) ? 0 : 1, same, name.Tokens.Length);
            return null;
        }

        return Within(said, name.Tokens) ? new Match(gpu, name, 2, false, name.Tokens.Length) : null;
    }

    // A shop's name: the product as a run of words, with a board's name around it.
    private static bool Within(ImmutableArray<string> said, ImmutableArray<string> name)
    {
        if (name.Length < 2 || !name.Any(t => t.Length > 1 && char.IsAsciiDigit(t[0]))) return false;
        for (var start = 0; start + name.Length <= said.Length; start++)
        {
            if (!said.AsSpan(start, name.Length).SequenceEqual(name.AsSpan())) continue;
            var after = said[(start + name.Length)..];
            return !(start > 0 && said[start - 1].Length == 1) && !after.Any(t => Variants.Contains(t) || Lines.Contains(t)) && !(after.Length > 0 && (after[0].Length == 1 || char.IsAsciiDigit(after[0][0])));
        }

        return false;
    }

    // Drivers and ECC keep up to an eighth. What a text calls the memory of an integrated GPU is a setting.
    private static bool SizeFits(CardReading reading, Gpu gpu) =>
        reading.Gigabytes is not { } gib || gpu.UnifiedMemory || gpu.Segment == GpuSegment.Integrated || gib / gpu.Vram.GiB is >= 0.88 and <= 1.05;

    private static ImmutableArray<string> Parts(CardSpelling spelling) =>
    [
        .. spelling.Readings.Select(r => $"product {string.Join(' ', r.Tokens)}{(r.Laptop ? ", for laptops" : "")}{(r.Gigabytes is { } gib ? string.Create(CultureInfo.InvariantCulture, $", {gib:0.#} GiB") : "")}"),
        .. spelling.PciId is { } id ? [$"PCI device {id}"] : ImmutableArray<string>.Empty,
    ];

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    private sealed record Match(Gpu Gpu, CardReading Name, int Rank, bool SameProduct, int Length);
}
