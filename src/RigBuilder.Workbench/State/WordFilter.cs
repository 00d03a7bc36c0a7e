namespace RigBuilder.Workbench.State;

/// <summary>Filtering by typed words: an item stays when it contains every word, in any order and letter case.</summary>
public static class WordFilter
{
    /// <summary>The items that stay, in their order.</summary>
    public static ImmutableArray<T> Apply<T>(string typed, ImmutableArray<T> items, Func<T, string> text)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? items : [.. items.Where(i => Passes(words, text(i)))];
    }

    /// <summary>Whether a text contains every typed word.</summary>
    public static bool Passes(string typed, string text) => Passes(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), text);

    private static bool Passes(string[] words, string text) => words.All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
}
