using System.Globalization;
using System.Text.RegularExpressions;

namespace RigBuilder.Domain.Naming;

/// <summary>A number of tokens as people write it: "8192", "128k" (131,072), "32 K", "1M" (1,048,576), "262K" (262,144), "131,072", "-c 8192".</summary>
public static partial class TokenCount
{
    /// <summary>Reads a number of tokens. K and M are binary, as context lengths are: 128k is 131,072.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The number, 1 or more; saturated at int.MaxValue so that a limit can refuse it by its size.</param>
    /// <returns>False when it is no whole number of tokens, or less than one.</returns>
    public static bool TryParse(string text, out int tokens)
    {
        tokens = 0;
        var match = Count().Match(text.Trim());
        if (!match.Success) return false;
        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        var factor = match.Groups["unit"].Value.ToUpperInvariant() switch { "" => 1m, "K" or "KI" => 1024m, _ => 1024m * 1024m };
        if (number > int.MaxValue) (number, factor) = (int.MaxValue, 1);
        number = Rounded(number, factor) ?? number * factor;
        if (number != decimal.Truncate(number) || number < 1) return false;
        tokens = (int)Math.Min(number, int.MaxValue);
        return true;
    }

    // "262K" and "131K" are 262,144 and 131,072 in thousands: where a multiple of 32,768 has these thousands, it is meant.
    private static decimal? Rounded(decimal number, decimal factor)
    {
        if (factor != 1024 || number != decimal.Truncate(number)) return null;
        var multiple = decimal.Ceiling(number * 1000 / Step) * Step;
        return multiple > 0 && multiple < (number + 1) * 1000 ? multiple : null;
    }

    private const decimal Step = 32768;

    [GeneratedRegex(@"^(?:(?:-c|--ctx-size|--context|-n_ctx|n_ctx)[\s=]+)?(?<number>\d{1,3}(?:,\d{3})+|\d[\d_]{0,24}(?:\.\d{1,4})?)\s*(?<unit>[KkMm]i?)?\s*(?:tokens|token|tok|context|ctx)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
