using System.Collections.Immutable;

namespace RigBuilder.Rules.Expressions.Types;

/// <summary>A closed set of words, such as the form factors. Where the words have an order, they can be compared by it.</summary>
public sealed class WordType : RuleType
{
    internal WordType(string name, bool ordered, params ImmutableArray<(string Word, string Display)> words)
    {
        (Name, IsOrdered) = (name, ordered);
        Words = [.. words.Select(w => w.Word)];
        Displays = [.. words.Select(w => w.Display)];
    }

    /// <summary>What the words are, with an article: "a form factor".</summary>
    public string Name { get; }

    /// <summary>Whether the words are listed from least to most, so that less and greater mean something.</summary>
    public bool IsOrdered { get; }

    /// <summary>The words as written in rules.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The words as printed, at the same indices.</summary>
    public ImmutableArray<string> Displays { get; }

    /// <summary>A word as printed; unknown words print as they are.</summary>
    public string Display(string word) => IndexOf(word) is >= 0 and var index ? Displays[index] : word;

    /// <summary>The place of a word, or -1.</summary>
    public int IndexOf(string word) => Words.IndexOf(word, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Describe() => Name;
}
