using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Rendering;

/// <summary>Readings as {"value", "unit", "source", "confidence"}, unknown ones as null (or as {"unknown": reason}).</summary>
/// <typeparam name="T">What is read.</typeparam>
internal sealed class ReadingConverter<T> : JsonConverter<Reading<T>>
{
    public override bool HandleNull => true;

    public override Reading<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind != JsonValueKind.Object) return default;
        if (json.RootElement.TryGetProperty("unknown", out var why)) return Reading<T>.Unknown(why.GetString() ?? "");
        if (!json.RootElement.TryGetProperty("value", out var value)) throw new JsonException("a reading without value");
        var source = json.RootElement.TryGetProperty("source", out var text) ? text.GetString() ?? "" : "";
        var confidence = json.RootElement.TryGetProperty("confidence", out var word) ? word.Deserialize(Known<Confidence>(options)) : Confidence.Hint;
        return new Reading<T>(value.Deserialize(Known<T>(options))!, source, confidence);
    }

    public override void Write(Utf8JsonWriter writer, Reading<T> value, JsonSerializerOptions options)
    {
        if (!value.IsKnown && value.Source.Length == 0)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        if (value.IsKnown)
        {
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, value.Value, Known<T>(options));
            if (UnitConverters.UnitOf(typeof(T)) is { } unit) writer.WriteString("unit", unit);
            writer.WriteString("source", value.Source);
            writer.WritePropertyName("confidence");
            JsonSerializer.Serialize(writer, value.Confidence, Known<Confidence>(options));
        }
        else
        {
            writer.WriteString("unknown", value.Source);
        }

        writer.WriteEndObject();
    }

    private static JsonTypeInfo<TPart> Known<TPart>(JsonSerializerOptions options) => (JsonTypeInfo<TPart>)options.GetTypeInfo(typeof(TPart));
}
