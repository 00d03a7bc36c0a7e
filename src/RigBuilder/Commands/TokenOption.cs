using System.CommandLine.Parsing;
using RigBuilder.Domain.Naming;

namespace RigBuilder.Cli.Commands;

/// <summary>An option whose value is a number of tokens as people write it.</summary>
internal static class TokenOption
{
    public static int Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        // Zero and less are whole numbers, and refused with the others that the command checks.
        if (TokenCount.TryParse(text, out var tokens) || int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out tokens)) return tokens;
        result.AddError($"'{text}' is not a number of tokens; write for example 8192 or 128k");
        return 1;
    }
}
