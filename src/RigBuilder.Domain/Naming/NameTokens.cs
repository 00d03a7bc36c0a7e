using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RigBuilder.Domain.Naming;

/// <summary>
/// Names cut into the tokens that tell products apart, in small letters. Blanks, hyphens, underscores and the border between letters and
/// digits do not matter: "RTX3090", "rtx-3090" and "RTX 3090" are the same tokens, and so are "llama3.1" and "Llama-3.1".
/// </summary>
internal static partial class NameTokens
{
    /// <summary>
    /// A model's tokens: sizes ("30b", "8x7b"), active and effective sizes ("a3b", "e4b"), context labels ("128k"), words with the number
    /// that follows them ("qwen3", "r1"), other words and numbers. "4.0" and "4" are one number, and so are "v3" and "3".
    /// </summary>
    public static ImmutableArray<string> OfModel(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<string>();
        var open = false;
        foreach (Match match in ModelToken().Matches(Underscored().Replace(text.ToLowerInvariant(), "$1.$2")))
        {
            var token = match.Value;
            if (token == "v") continue;
            var number = char.IsAsciiDigit(token[0]) && token.All(c => char.IsAsciiDigit(c) || c == '.');
            if (number) token = Plain(token);
            // A code of four digits is a release ("2507", "0528"), never a version.
            if (open && tokens.Count > 0 && ((number && token.Length < 4) || token == "+")) tokens[^1] += token;
            else tokens.Add(token);
            open = char.IsLetter(token[0]) && token.All(char.IsLetter) && !ModelWords.IsNeutral(token);
        }

        return tokens.ToImmutable();
    }

    /// <summary>A part's tokens: runs of letters and runs of digits.</summary>
    public static ImmutableArray<string> OfPart(string text) => [.. PartToken().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    /// <summary>Whether a token is a size: "30b", "8x7b", "270m", "e4b".</summary>
    public static bool IsSize(string token) => SizeToken().IsMatch(token);

    /// <summary>Whether a token is the share of a mixture of experts that works on one token: "a3b".</summary>
    public static bool IsActive(string token) => ActiveToken().IsMatch(token);

    /// <summary>Whether a token is a context length: "128k".</summary>
    public static bool IsContext(string token) => token.Length > 1 && token[^1] == 'k' && token[..^1].All(char.IsAsciiDigit);

    /// <summary>Whether a token is a release code: "2507" (July 2025), "0528" (28 May).</summary>
    public static bool IsRelease(string token) => ReleaseToken().IsMatch(token);

    private static string Plain(string number)
    {
        var text = number.Trim('.');
        while (text.EndsWith(".0", StringComparison.Ordinal)) text = text[..^2];
        return text;
    }

    [GeneratedRegex(@"\d+x\d+(?:\.\d+)?b(?![\p{L}\d])|(?<!\p{L})[ae]\d+(?:\.\d+)?b(?![\p{L}\d])|\d+(?:\.\d+)?[bmtk](?![\p{L}\d])|\d+(?:\.\d+)*|\p{L}+|\+", RegexOptions.CultureInvariant)]
    private static partial Regex ModelToken();

    // "Llama-3_3", "1_5B".
    [GeneratedRegex(@"(?<![\d.])(\d)_(\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Underscored();

    [GeneratedRegex(@"\d+|\p{L}+|\+", RegexOptions.CultureInvariant)]
    private static partial Regex PartToken();

    [GeneratedRegex(@"^(\d+x\d+(\.\d+)?b|e?\d+(\.\d+)?[bmt])$", RegexOptions.CultureInvariant)]
    private static partial Regex SizeToken();

    [GeneratedRegex(@"^a\d+(\.\d+)?b$", RegexOptions.CultureInvariant)]
    private static partial Regex ActiveToken();

    [GeneratedRegex(@"^(2[3-9](0[1-9]|1[0-2])|(0[1-9]|1[0-2])([0-2]\d|3[01]))$", RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseToken();
}
