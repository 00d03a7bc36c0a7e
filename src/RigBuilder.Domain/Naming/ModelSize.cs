using System.Globalization;
using System.Text.RegularExpressions;

namespace RigBuilder.Domain.Naming;

/// <summary>A model told by nothing but its size: "24B", "30B-A3B", "dense 70B", "8x7B".</summary>
/// <param name="Total">All parameters; null for "8x7B", whose experts share what is not an expert.</param>
/// <param name="Active">Parameters that one token uses; null for a dense model.</param>
/// <param name="Experts">Experts of a size such as "8x7B": how many and how large a model with one of them; null otherwise.</param>
public sealed partial record ModelSize(double? Total, double? Active, (int Count, double Size)? Experts)
{
    private const double Least = 1e6;
    private const double Most = 20e12;

    /// <summary>Reads a size. "0B", sizes under a million or over twenty trillion parameters and active parts above the whole are none.</summary>
    public static bool TryParse(string text, out ModelSize size)
    {
        size = new ModelSize(null, null, null);
        var match = Words().Match(text.Trim());
        if (!match.Success) return false;
        var total = Number(match.Groups["total"].Value);
        if (match.Groups["count"].Success)
        {
            var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
            size = new ModelSize(null, null, (count, total ?? 0));
            return count is >= 2 and <= 1024 && total is >= Least and <= Most / 2;
        }

        var active = match.Groups["active"].Success ? Number(match.Groups["active"].Value) : null;
        size = new ModelSize(total, active, null);
        return total is >= Least and <= Most && (active is null || (active >= Least && active < total)) && !(active is not null && match.Groups["dense"].Success);
    }

    /// <summary>Whether a text has the form of a size, right or wrong ("0B").</summary>
    public static bool LooksLikeOne(string text) => Words().IsMatch(text.Trim());

    /// <summary>"7b", "270m" or "1.6t" as a number of parameters; null when it is none.</summary>
    internal static double? Number(string text)
    {
        if (text.Length < 2 || !double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        return char.ToLowerInvariant(text[^1]) switch { 'b' => number * 1e9, 'm' => number * 1e6, 't' => number * 1e12, _ => null };
    }

    [GeneratedRegex(@"^(?:a\s+)?(?<dense>dense[\s-]+)?(?:moe[\s-]+)?(?:(?<count>\d{1,4})x)?(?<total>-?\d{1,5}(?:\.\d{1,3})?[bmt])(?:[\s/-]*a(?<active>\d{1,5}(?:\.\d{1,3})?[bm]))?(?:\s+(?:active|(?<dense>dense)|moe|model|parameters|params))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
