using System.Globalization;

namespace RigBuilder.Domain.Units;

/// <summary>Reads "24 GiB", "936.2 GB/s", "350W" or "4_096 tokens" into a <see cref="Quantity"/>.</summary>
public static class QuantityParser
{
    /// <summary>Parses a number with an optional unit.</summary>
    /// <param name="text">The text; surrounding blanks are ignored, "_" and "," may group digits.</param>
    /// <param name="quantity">The value in base units when the parse succeeds.</param>
    /// <param name="error">What is wrong and what to write instead, when it does not.</param>
    public static bool TryParse(string text, out Quantity quantity, out string? error)
    {
        quantity = default;
        var trimmed = text.Trim();
        var end = NumberEnd(trimmed);
        if (!GroupsDigits(trimmed[..end]))
        {
            error = $"'{text}' has a comma that does not group thousands; write a decimal point, for example '8.03 GiB'";
            return false;
        }

        var digits = trimmed[..end].Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            error = $"'{text}' does not start with a number; write a number and a unit, for example '24 GiB'";
            return false;
        }

        var symbol = trimmed[end..].Trim();
        if (symbol.Length == 0)
        {
            quantity = Quantity.Number(number);
            error = null;
            return true;
        }

        if (!UnitTable.TryFind(symbol, out var unit))
        {
            var nearest = UnitTable.Nearest(symbol);
            error = $"unknown unit '{symbol}'" + (nearest is null ? "" : $"; did you mean '{nearest}'?");
            return false;
        }

        quantity = Quantity.Number(number) * unit;
        error = null;
        return true;
    }

    /// <summary>Whether every comma stands before exactly three digits ("1,299", not "8,03").</summary>
    private static bool GroupsDigits(string number)
    {
        for (var at = number.IndexOf(',', StringComparison.Ordinal); at >= 0; at = number.IndexOf(',', at + 1))
        {
            var digits = 0;
            while (at + 1 + digits < number.Length && char.IsAsciiDigit(number[at + 1 + digits])) digits++;
            if (at == 0 || digits != 3) return false;
        }

        return true;
    }

    private static int NumberEnd(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            var exponent = c is 'e' or 'E' && i > 0 && i + 1 < text.Length
                && (char.IsAsciiDigit(text[i + 1]) || (text[i + 1] is '+' or '-' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 2])));
            var sign = c is '+' or '-' && (i == 0 || text[i - 1] is 'e' or 'E');
            if (!(char.IsAsciiDigit(c) || c is '.' or '_' or ',' || exponent || sign)) break;
            i++;
        }

        return i;
    }
}
