namespace RigBuilder.Domain;

/// <summary>"Did you mean": the nearest known word to a misspelt one.</summary>
public static class Spelling
{
    /// <summary>The candidate with the smallest edit distance, or null when none is within <paramref name="most"/> edits.</summary>
    /// <param name="word">The word as written; case differences count as half an edit.</param>
    /// <param name="candidates">The known words.</param>
    /// <param name="most">The largest distance that still counts as near.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates, int most = 3)
    {
        string? best = null;
        var bestDistance = double.MaxValue;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > most) continue;
            var distance = Distance(word, candidate);
            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }

        return bestDistance <= most && bestDistance < Math.Max(1, word.Length) ? best : null;
    }

    /// <summary>Letters to exchange, add or drop; case differences count half.</summary>
    internal static double Distance(string a, string b)
    {
        var row = new double[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0.5 : 1;
                var next = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[b.Length];
    }
}
