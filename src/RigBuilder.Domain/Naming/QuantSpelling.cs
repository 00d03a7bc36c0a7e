using System.Text.RegularExpressions;

namespace RigBuilder.Domain.Naming;

/// <summary>A quantisation as it stands in a text: in a file name, after a colon, or alone.</summary>
/// <param name="Written">The characters that name it, with marks ("i1-Q4_K_M", "UD-IQ3_XXS").</param>
/// <param name="Name">llama.cpp's spelling without marks ("Q4_K_M"); for other formats their own name ("AWQ").</param>
/// <param name="Dynamic">Whether it is one of Unsloth's mixes (UD-), whose size varies from model to model.</param>
/// <param name="Imatrix">Whether it says that an importance matrix was used, which does not change its size.</param>
internal sealed partial record QuantSpelling(string Written, string Name, bool Dynamic, bool Imatrix)
{
    /// <summary>The quantisation that a text says, and the text without any; null when there is none.</summary>
    public static (QuantSpelling Quant, string Left)? Find(string text)
    {
        text = LogWords().Replace(text, m => "_K_" + char.ToUpperInvariant(m.Groups[1].Value[0]));
        var matches = Anywhere().Matches(text);
        var found = matches.Select(Of).ToArray();
        // Of several the last one is the file's, but bits per weight and the type of the few unquantised tensors only add to the one before.
        var last = found.Length - 1;
        while (last > 0 && (found[last].IsMerelyBits || (found[last].Name is "F16" or "BF16" && !found[last - 1].IsMerelyBits && Gap(matches, last, text).All(c => !char.IsLetterOrDigit(c))))) last--;
        return last < 0 ? null : (found[last], Anywhere().Replace(text, " "));
    }

    /// <summary>A text that is a quantisation and nothing else; null when it is not.</summary>
    public static QuantSpelling? Whole(string text) => Find(text) is var (quant, rest) && !rest.Any(char.IsLetterOrDigit) ? quant : null;

    private bool IsMerelyBits => Name.EndsWith("BPW", StringComparison.Ordinal);

    private static string Gap(MatchCollection matches, int at, string text) => text[(matches[at - 1].Index + matches[at - 1].Length)..matches[at].Index];

    private static QuantSpelling Of(Match match)
    {
        var marks = match.Groups["marks"].Value;
        var name = match.Groups["name"].Value.Replace('-', '_').Replace(' ', '_').ToUpperInvariant();
        if (Glued().Match(name) is { Success: true } glued) name = $"{glued.Groups[1].Value}_K{(glued.Groups[2].Length > 0 ? "_" + glued.Groups[2].Value : "")}";
        name = name switch { "FP16" => "F16", "FP32" => "F32", "MXFP4_MOE" => "MXFP4", _ => name };
        return new QuantSpelling(match.Groups["all"].Value, name, marks.Contains("ud", StringComparison.OrdinalIgnoreCase), marks.Contains('i', StringComparison.OrdinalIgnoreCase));
    }

    // llama.cpp's types (tools/quantize), Unsloth's and bartowski's suffixes, ik_llama.cpp's types and the formats of other engines.
    [GeneratedRegex(@"(?<![\p{L}\d])(?<all>(?<marks>(?:UD-|i1-|imatrix-|imat-)*)(?<name>(?:
        I?Q\d_K_(?:XXL|XL|S|M|L|P)(?:_XL|_L)? | I?Q\d[-_\ ]?K[-_\ ]?(?:XL|S|M|L)? | Q\d_[01](?:_[48]_[48])? | IQ\d[-_](?:XXS|XS|S|M|NL)(?:_XL)? | IQ\d_K(?:SS|S|L|T)? |
        P?T?Q[12]_0 | MXFP[468](?:_MOE)? | NVFP4 | BF16 | FP?16 | FP?32 | FP8(?:-dynamic|_e4m3)? |
        AWQ(?:-?\d?-?bit)? | GPTQ(?:-Int\d)? | EXL[23] | W\dA\d+ | HQQ | AQLM | AutoRound | bnb-\d-?bit | nf4 | MLX(?:-\d-?bit)? |
        int[48](?:-AutoRound)? | Q[1-8] | [2-8][-_\ ]?bits? | \d+(?:\.\d+)?[-_\ ]?bpw )))(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();

    // What llama.cpp logs: "Q4_K - Medium".
    [GeneratedRegex(@"_K - (Small|Medium|Large)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LogWords();

    // "Q4KM", "Q6K".
    [GeneratedRegex(@"^(I?Q\d)_?K_?(XL|S|M|L)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();
}
