using System.Collections.Immutable;

namespace RigBuilder.Domain.Naming;

/// <summary>What a text means, and why. Every way to name something ends in one of these.</summary>
/// <typeparam name="T">What is named.</typeparam>
public sealed record Resolution<T>
    where T : class
{
    private Resolution()
    {
    }

    /// <summary>What is meant; null when it is ambiguous, unknown or refused.</summary>
    public T? Item { get; private init; }

    /// <summary>What it may be where several things share the name, in catalog order; empty otherwise.</summary>
    public ImmutableArray<T> Choices { get; private init; } = [];

    /// <summary>What was taken for granted, in sentences for people.</summary>
    public ImmutableArray<string> Assumed { get; init; } = [];

    /// <summary>What is wrong, in one sentence; empty when something was found.</summary>
    public string Problem { get; private init; } = "";

    /// <summary>Ids that may be meant: all choices, or the nearest known ones, at most five.</summary>
    public ImmutableArray<string> Suggestions { get; private init; } = [];

    /// <summary>What the parts of the text were read as, in its order ("owner unsloth", "quantisation UD-Q4_K_XL").</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>Whether several things have the name.</summary>
    public bool IsAmbiguous => !Choices.IsEmpty;

    /// <summary>What to write instead: the choices or the suggestions; null when there are none.</summary>
    public string? Hint => Suggestions.IsEmpty ? null : $"{(IsAmbiguous ? "write" : "did you mean")} {Listed}{(IsAmbiguous ? "" : "?")}";

    /// <summary>The problem with what to write instead.</summary>
    public string Advice => Hint is { } hint ? $"{Problem}; {hint}" : Problem;

    private string Listed
    {
        get
        {
            var quoted = Suggestions.Take(MostSuggestions).Select(s => $"'{s}'").ToArray();
            var more = Suggestions.Length - quoted.Length;
            return more > 0 ? $"{string.Join(", ", quoted)} or one of {more} more" : quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
        }
    }

    /// <summary>Found.</summary>
    public static Resolution<T> Of(T item, params ImmutableArray<string> assumed) => new() { Item = item, Assumed = assumed };

    /// <summary>Several things have the name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="choices">What it may be, two or more.</param>
    /// <param name="id">Id of a choice.</param>
    public static Resolution<T> Several(string text, ImmutableArray<T> choices, Func<T, string> id) => new()
    {
        Choices = choices,
        Problem = $"{NameText.Quoted(text)} may be one of {choices.Length}",
        Suggestions = [.. choices.Select(id)],
    };

    /// <summary>Nothing has the name, or nothing that could be told from it.</summary>
    public static Resolution<T> None(string problem, params ImmutableArray<string> suggestions) => new() { Problem = problem, Suggestions = suggestions };

    /// <summary>The same of another kind.</summary>
    public Resolution<TTo> Select<TTo>(Func<T, TTo> convert)
        where TTo : class => new()
        {
            Item = Item is null ? null : convert(Item),
            Choices = [.. Choices.Select(convert)],
            Assumed = Assumed,
            Problem = Problem,
            Suggestions = Suggestions,
            Parts = Parts,
        };

    private const int MostSuggestions = 8;
}
