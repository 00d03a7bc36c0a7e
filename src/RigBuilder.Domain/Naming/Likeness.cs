using System.Collections.Immutable;

namespace RigBuilder.Domain.Naming;

/// <summary>"Did you mean": what shares the tokens that few others have, then what begins alike, then what is spelt nearly alike.</summary>
internal static class Likeness
{
    private const int Most = 5;

    /// <summary>The ids that a text may mean, the nearest first, at most five.</summary>
    /// <param name="tokens">Tokens of the text.</param>
    /// <param name="text">The text, for the spelling.</param>
    /// <param name="known">Known things: id and tokens.</param>
    public static ImmutableArray<string> To(ImmutableArray<string> tokens, string text, IReadOnlyCollection<(string Id, ImmutableArray<string> Tokens)> known)
    {
        var often = known.SelectMany(k => k.Tokens.Distinct().Select(t => (t, k.Id))).Distinct().GroupBy(p => p.t).ToDictionary(g => g.Key, g => g.Count());
        var scored = known.Select(k => (k.Id, Score: tokens.Distinct().Sum(t => Worth(t, k.Tokens, often, known.Count)), Extra: k.Tokens.Length))
            .Where(s => s.Score > 0).GroupBy(s => s.Id).Select(g => g.MaxBy(s => (s.Score, -s.Extra))).ToArray();
        if (scored.Length > 0)
        {
            var best = scored.Max(s => s.Score);
            return [.. scored.Where(s => s.Score >= 0.75 * best).OrderByDescending(s => Math.Round(s.Score, 6)).ThenBy(s => Spelling.Distance(text, s.Id)).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => s.Id).Take(Most)];
        }

        // Of a short name everything is near: what does not even begin alike is no help.
        return Spelling.Nearest(text, known.Select(k => k.Id)) is { } nearest && char.ToLowerInvariant(nearest[0]) == char.ToLowerInvariant(text[0]) ? [nearest] : [];
    }

    // A shared token is worth the more the fewer things have it; a shared beginning of three letters or more a part of that.
    private static double Worth(string token, ImmutableArray<string> others, Dictionary<string, int> often, int count)
    {
        if (token.Length < 2) return 0;
        if (others.Contains(token)) return Math.Log(1 + ((double)count / often[token]));
        var worth = 0.0;
        foreach (var other in others)
            if (token.AsSpan().CommonPrefixLength(other) is var shared and >= 3) worth = Math.Max(worth, 0.7 * shared / Math.Max(token.Length, other.Length) * Math.Log(1 + ((double)count / often[other])));
        return worth;
    }
}
