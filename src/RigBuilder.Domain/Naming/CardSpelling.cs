using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RigBuilder.Domain.Naming;

/// <summary>
/// A graphics card's name taken apart: how many, which product, how much memory. As people, shops, drivers (nvidia-smi, RADV, ROCm) and
/// lspci write it. lspci lists all products of a chip, so that there may be several readings.
/// </summary>
/// <param name="Written">The whole text.</param>
/// <param name="Readings">The products that it may mean; none for a text that says nothing.</param>
/// <param name="Count">How many cards; 1 when nothing is said.</param>
/// <param name="PciId">Vendor and device id where the text has them ("10de:2204"); null otherwise.</param>
internal sealed partial record CardSpelling(string Written, ImmutableArray<CardReading> Readings, int Count, string? PciId)
{
    private static readonly FrozenSet<string> Makers = Set("nvidia", "amd", "ati", "intel", "corporation", "corp", "advanced", "micro", "devices", "inc");
    private static readonly FrozenSet<string> Noise = Set("graphics", "gpu", "gpus", "igpu", "card", "with", "design", "edition", "lite", "hash", "rate", "rev", "oem", "generation", "series", "vga", "compatible", "controller");
    private static readonly FrozenSet<string> LaptopMarks = Set("laptop", "mobile", "notebook");
    private static readonly FrozenSet<string> Families = Set("geforce", "radeon", "rtx", "gtx", "gt", "quadro", "tesla", "arc", "titan", "instinct", "firepro", "uhd", "iris", "data", "rx");
    private static readonly FrozenDictionary<string, int> Numerals = new Dictionary<string, int> { ["single"] = 1, ["dual"] = 2, ["two"] = 2, ["twin"] = 2, ["triple"] = 3, ["three"] = 3, ["quad"] = 4, ["four"] = 4 }
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a name apart; never fails.</summary>
    public static CardSpelling Of(string written)
    {
        var text = Trademark().Replace(written, " ").Trim();
        var id = PciIds().Match(text);
        if (id.Success) text = text.Remove(id.Index, id.Length);
        (text, var count) = Counted(text);
        text = Product(text);
        // What a driver says about itself stands in brackets; a chip's code is all there is where the name says nothing.
        var outside = Driver().Replace(text, " ");
        var readings = Read(outside);
        if (readings.IsEmpty) readings = Read(Chip().Match(text) is { Success: true } chip ? chip.Value : "");
        return new CardSpelling(written, readings, count, id.Success ? id.Groups[1].Value.ToLowerInvariant() + ":" + id.Groups[2].Value.ToLowerInvariant() : null);
    }

    private static (string Text, int Count) Counted(string text)
    {
        foreach (var regex in (Regex[])[CountFirst(), CountLast()])
        {
            if (regex.Match(text) is not { Success: true } match) continue;
            var said = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
            var count = Numerals.TryGetValue(said, out var numeral) ? numeral : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            if (count >= 1) return (text.Remove(match.Index, match.Length).Trim(), count);
        }

        return (text, 1);
    }

    // lspci: "GA102 [GeForce RTX 3090]", the chip and in brackets the product. "Device [1586]" has an id there.
    private static string Product(string text) => Brackets().Matches(text).LastOrDefault(m => m.Groups[1].Value.Any(char.IsLetter) && !HexOnly().IsMatch(m.Groups[1].Value)) is { } match ? match.Groups[1].Value : text;

    private static ImmutableArray<CardReading> Read(string text)
    {
        var readings = ImmutableArray.CreateBuilder<CardReading>();
        ImmutableArray<string> first = [];
        foreach (var piece in text.Split('/'))
        {
            var (tokens, laptop, size) = Tokens(piece);
            // "GeForce RTX 4060 Max-Q / Mobile": a piece of nothing but marks belongs to the piece before.
            if (tokens.IsEmpty && readings.Count > 0) readings[^1] = readings[^1] with { Laptop = readings[^1].Laptop || laptop, Gigabytes = readings[^1].Gigabytes ?? size };
            if (tokens.IsEmpty || tokens is [var alone] && Families.Contains(alone)) continue;
            if (first.IsEmpty) first = tokens;
            else if (!Families.Contains(tokens[0])) tokens = [.. first.TakeWhile(w => Families.Contains(w) && !tokens.Contains(w)), .. tokens];
            readings.Add(new CardReading(tokens, laptop, size));
        }

        return readings.ToImmutable();
    }

    private static (ImmutableArray<string> Tokens, bool Laptop, double? Gigabytes) Tokens(string piece)
    {
        double? size = null;
        foreach (Match match in Memory().Matches(piece))
        {
            if (!double.TryParse(match.Groups["n"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) continue;
            size ??= match.Groups["mib"].Success ? number / 1024 : number;
        }

        piece = Memory().Replace(piece, " ");
        piece = Bus().Replace(piece, " sxm ");
        // A workstation card may be called Max-Q and is none for laptops.
        var station = piece.Contains("workstation", StringComparison.OrdinalIgnoreCase) || piece.Contains("rtx pro", StringComparison.OrdinalIgnoreCase);
        var laptop = false;
        piece = MaxQ().Replace(piece, _ =>
        {
            laptop |= !station;
            return station ? " maxq " : " ";
        });
        var tokens = ImmutableArray.CreateBuilder<string>();
        foreach (var token in NameTokens.OfPart(piece))
        {
            if (LaptopMarks.Contains(token)) laptop = true;
            else if (!Makers.Contains(token) && !Noise.Contains(token)) tokens.Add(token);
        }

        return (tokens.ToImmutable(), laptop, size);
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\((?:R|TM|C)\)|[®™©]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trademark();

    [GeneratedRegex(@"\[?\b([0-9a-f]{4}):([0-9a-f]{4})\b\]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PciIds();

    [GeneratedRegex(@"^\s*(?:(\d{1,3})\s*[x×*]\s*(?=[^\s\d]|\s|\d{4})|(?i:(single|dual|two|twin|triple|three|quad|four))\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountFirst();

    [GeneratedRegex(@"\s*(?:(?<!\p{L})[x×*]\s*(\d{1,3})|\(\s*[x×]?\s*(\d{1,2})\s*\))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountLast();

    [GeneratedRegex(@"\[([^\[\]]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^[0-9a-f]{4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HexOnly();

    [GeneratedRegex(@"\([^()]*\b(?:RADV|ANV|NVK|LLVM|driver|Vulkan|CUDA|ROCm|HIP|Metal|SYCL|split|rev|NVIDIA|AMD|Intel|integrated|UMA|iGPU)\b[^()]*\)|,?\s*\bgfx\d+\w*\s*(?:\(0x[0-9a-f]+\))?|\(0x[0-9a-f]+\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Driver();

    [GeneratedRegex(@"\b(?:gfx\d{3,4}|navi\s?\d\d|strix_halo)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Chip();

    // "24GB", "24 GiB", "12G", "16379 MiB", nvidia-smi's "name, 16384, 8.9"; the kind of memory with it.
    [GeneratedRegex(@"(?:(?<=[\s(,\-]|^)(?<n>\d{1,3}(?:\.\d+)?)\s?(?:GB|GiB|G)\b|(?<n>\d{4,6})\s?(?<mib>MiB|MB)(?:\s+free)?|,\s*(?<n>\d{4,6})(?<mib>\b)(?:,\s*\d{1,2}\.\d)?)(?:\s*(?:GDDR\d\w*|HBM\d\w*|VRAM|UMA))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Memory();

    [GeneratedRegex(@"\bSXM\d?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bus();

    [GeneratedRegex(@"\bMax[-\s]?Q\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MaxQ();
}

/// <summary>One product that a card's name may mean.</summary>
/// <param name="Tokens">Words and numbers of its name, makers and noise left out.</param>
/// <param name="Laptop">Whether it is said to be a laptop's.</param>
/// <param name="Gigabytes">Memory in the name, in GiB; null when none is said.</param>
internal sealed record CardReading(ImmutableArray<string> Tokens, bool Laptop, double? Gigabytes);
