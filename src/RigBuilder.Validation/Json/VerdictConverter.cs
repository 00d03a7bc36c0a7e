using System.Text.Json;
using System.Text.Json.Serialization;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Json;

/// <summary>A verdict by its name; "Inconclusive" is what older versions called a disturbed validation.</summary>
internal sealed class VerdictConverter : JsonConverter<ValidationVerdict>
{
    private const string Former = "Inconclusive";

    public override ValidationVerdict Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw new JsonException("a verdict is a word")
        : reader.GetString() is var word && word == Former ? ValidationVerdict.Disturbed
        : Enum.TryParse<ValidationVerdict>(word, ignoreCase: true, out var verdict) && verdict.ToString().Equals(word, StringComparison.OrdinalIgnoreCase) ? verdict
        : throw new JsonException($"'{word}' is no verdict");

    public override void Write(Utf8JsonWriter writer, ValidationVerdict value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
