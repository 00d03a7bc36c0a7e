using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace RigBuilder.Machine.Matching;

/// <summary>
/// A GPU's name in comparable form. Two names mean one product when they share a key and agree on <see cref="Laptop"/>; the
/// memory size is taken out of the key because tools often leave it out ("RTX 3060" is sold with 8 and 12 GB).
/// </summary>
/// <param name="Keys">Key of every product that the name may mean; several where a chip is sold under several names; none for a name that says nothing.</param>
/// <param name="Laptop">Whether the name says that it is a laptop variant.</param>
/// <param name="Gigabytes">Memory size in the name, null when there is none.</param>
internal sealed record GpuName(ImmutableArray<string> Keys, bool Laptop, int? Gigabytes)
{
    private static readonly FrozenSet<string> Makers = Set("nvidia", "amd", "ati", "intel", "corporation", "corp.", "advanced", "micro", "devices", "inc.", "inc");
    private static readonly FrozenSet<string> Noise = Set("graphics", "gpu", "with", "design", "edition", "lite", "hash", "rate", "rev.", "oem", "generation");
    private static readonly FrozenSet<string> LaptopMarks = Set("laptop", "mobile", "notebook", "max-q");
    private static readonly FrozenSet<string> Families =
        Set("geforce", "radeon", "rtx", "gtx", "quadro", "tesla", "arc", "titan", "instinct", "firepro", "uhd", "iris", "data");

    /// <summary>Reads a name as nvidia-smi, rocm-smi, lspci, Windows or a catalog writes it.</summary>
    public static GpuName Of(string? raw)
    {
        var text = InBrackets(Trademarks.Remove(raw ?? ""));
        var keys = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<string> first = [];
        var (laptop, size) = (false, (int?)null);
        foreach (var piece in text.Split('/'))
        {
            var (words, marked, gigabytes) = Words(piece);
            size ??= gigabytes;
            // "GeForce RTX 4060 Max-Q / Mobile": a piece of nothing but marks belongs to the piece before.
            if (keys.Count == 0 || words.IsEmpty) laptop |= marked;
            if (words.IsEmpty) continue;
            if (first.IsEmpty) first = words;
            else if (!Families.Contains(words[0])) words = [.. first.TakeWhile(w => !w.Any(char.IsAsciiDigit)), .. words];
            var key = string.Join(' ', words);
            if (!keys.Contains(key)) keys.Add(key);
        }

        return new GpuName(keys.ToImmutable(), laptop, size);
    }

    /// <summary>Whether two names may mean one product.</summary>
    public bool MayEqual(GpuName other) => Laptop == other.Laptop && Keys.Any(other.Keys.Contains);

    // lspci: "GA102 [GeForce RTX 3090]", the chip and in brackets the product.
    private static string InBrackets(string text)
    {
        var open = text.LastIndexOf('[');
        var close = text.LastIndexOf(']');
        return open >= 0 && close > open + 1 ? text[(open + 1)..close] : text;
    }

    private static (ImmutableArray<string> Words, bool Laptop, int? Gigabytes) Words(string piece)
    {
        var tokens = piece.Replace("Max-Q", "Max=Q", StringComparison.OrdinalIgnoreCase)
            .Split([' ', '\t', '-', '_', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(t => t.ToLowerInvariant().Replace('=', '-')).ToArray();
        // A workstation card may be called Max-Q and is none for laptops.
        var station = tokens.Contains("workstation");
        var words = ImmutableArray.CreateBuilder<string>();
        var (laptop, size) = (false, (int?)null);
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (Size(token, i + 1 < tokens.Length ? tokens[i + 1] : "") is var (gigabytes, used)) (size, i) = (gigabytes, i + used - 1);
            else if (LaptopMarks.Contains(token) && !station) laptop = true;
            else if (token == "rev." && i + 1 < tokens.Length) i++;
            else if (!Makers.Contains(token) && !Noise.Contains(token)) words.Add(Bus(token));
        }

        return (words.ToImmutable(), laptop, size);
    }

    // "12gb", "12g" or "12" "gb".
    private static (int Gigabytes, int Tokens)? Size(string token, string next)
    {
        var digits = token.TrimEnd('b').TrimEnd('i').TrimEnd('g');
        if (digits.Length is 0 or > 3 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return digits.Length < token.Length ? (number, 1) : next is "gb" or "gib" ? (number, 2) : null;
    }

    // SXM2 to SXM5 are the sockets of the generations; the name of the card says the generation already.
    private static string Bus(string token) => token is "sxm2" or "sxm3" or "sxm4" or "sxm5" ? "sxm" : token;

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
