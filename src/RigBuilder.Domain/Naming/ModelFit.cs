using System.Collections.Immutable;
using RigBuilder.Domain.Models;

namespace RigBuilder.Domain.Naming;

/// <summary>A name of the catalog all of whose tokens a text has, and what the text says beyond it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Matched">Tokens that text and name share.</param>
/// <param name="FineTune">Words beyond the name that are those of a fine-tune.</param>
/// <param name="Releases">Release codes beyond the name.</param>
internal sealed record ModelFit(LlmModel Model, int Matched, ImmutableArray<string> FineTune, ImmutableArray<string> Releases)
{
    /// <summary>The more tokens, the better; then the less that is left over.</summary>
    public (int Matched, int Left) Rank => (Matched, -FineTune.Length - Releases.Length);

    /// <summary>What was taken for granted.</summary>
    public ImmutableArray<string> Told =>
    [
        .. FineTune.IsEmpty ? ImmutableArray<string>.Empty : [$"'{string.Join(' ', FineTune)}' is taken for a fine-tune of {Model.Name}, which has the same shape and size"],
        .. Releases.IsEmpty ? ImmutableArray<string>.Empty : [$"release {string.Join(' ', Releases)} is taken for {Model.Name} as the catalog has it"],
    ];

    /// <summary>How a text fits a name; null when it does not.</summary>
    public static ModelFit? Of(KnownModel known, ImmutableArray<string> tokens)
    {
        if (known.IsDefaultTag) return null;
        var left = tokens.ToList();
        var (matched, sized, named, last) = (0, false, false, -1);
        foreach (var token in known.Tokens)
        {
            if (left.Remove(token))
            {
                matched++;
                sized |= NameTokens.IsSize(token);
                named |= !NameTokens.IsSize(token) && !NameTokens.IsActive(token) && !ModelWords.IsNeutral(token);
                last = Math.Max(last, tokens.IndexOf(token));
            }
            else if (!ModelWords.IsNeutral(token) && !(NameTokens.IsActive(token) && !tokens.Any(NameTokens.IsActive)))
            {
                return null;
            }
        }

        if (!named) return null;
        foreach (var size in left.Where(t => NameTokens.IsSize(t) || NameTokens.IsActive(t)).ToArray())
        {
            if (!known.HasSize(size)) return null;
            left.Remove(size);
            sized = true;
        }

        left.RemoveAll(t => ModelWords.IsNeutral(t) || NameTokens.IsContext(t) || known.Tokens.Contains(t) || IsNameOfFamily(t, known));
        ImmutableArray<string> releases = [.. left.Where(NameTokens.IsRelease)];
        ImmutableArray<string> rest = [.. left.Where(t => !NameTokens.IsRelease(t))];
        if (rest.Any(ModelWords.TellsAnotherModel)) return null;
        // Without a size only words before the name are a fine-tune's: "dolphin-phi-3-medium" is Phi-3 medium, "GLM-4.6-Air" is not GLM-4.6.
        return !sized && (rest.Any(ModelWords.IsSizeClass) || rest.Any(t => tokens.LastIndexOf(t) > last && !IsMark(t))) ? null : new ModelFit(known.Model, matched, rest, releases);
    }

    // bartowski writes "Qwen_Qwen3-14B".
    private static bool IsNameOfFamily(string token, KnownModel known) => known.Tokens.Any(t => t.Length > token.Length && t.StartsWith(token, StringComparison.Ordinal) && !char.IsLetter(t[token.Length]));

    private static bool IsMark(string token) => token is "abliterated" or "uncensored" or "heretic";
}
