using System.Text.Json.Nodes;
using RigBuilder.Domain;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>One of a fixed set of words, in kebab-case.</summary>
/// <typeparam name="T">What the words mean.</typeparam>
public sealed class WordFormat<T> : ScalarFormat<T>
    where T : notnull
{
    private readonly (string Word, T Value)[] _words;

    /// <summary>A set of words.</summary>
    /// <param name="words">The words in the order in which messages list them; the first word of a value is the one that is written.</param>
    public WordFormat(params (string Word, T Value)[] words) => _words = [.. words];

    /// <inheritdoc/>
    public override T Placeholder => _words[0].Value;

    /// <inheritdoc/>
    protected override string Expected => "one of " + List;

    /// <summary>The words with their meanings, in the order in which messages list them.</summary>
    public IReadOnlyList<(string Word, T Value)> Words => _words;

    private string List => string.Join(", ", _words.Select(w => w.Word));

    /// <summary>The word for a value.</summary>
    /// <exception cref="ArgumentException">The value has no word: a bug, since tests check every set.</exception>
    public string WordOf(T value)
    {
        foreach (var (word, meaning) in _words)
            if (meaning.Equals(value)) return word;
        throw new ArgumentException($"no word for {value}", nameof(value));
    }

    /// <inheritdoc/>
    public override JsonObject Describe() => new() { ["enum"] = new JsonArray([.. _words.Select(w => (JsonNode)Literal(w.Word))]) };

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, ReadContext context, out T value)
    {
        foreach (var (word, meaning) in _words)
        {
            if (word != scalar.Text) continue;
            value = meaning;
            return true;
        }

        var nearest = Spelling.Nearest(scalar.Text, _words.Select(w => w.Word));
        context.Report(Slip.Word, scalar, $"'{Excerpt.Of(scalar.Text)}' is not one of {List}", nearest is null ? null : $"did you mean '{nearest}'?");
        value = Placeholder;
        return false;
    }

    // Editors read true and false as booleans, and a schema must say the same.
    private static JsonValue Literal(string word) => word switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ => JsonValue.Create(word),
    };
}
