using System.Text.Json;
using System.Text.Json.Serialization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Json;

/// <summary>Bytes as a whole number.</summary>
internal sealed class BytesConverter : JsonConverter<Bytes>
{
    public override Bytes Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TryGetInt64(out var count) && count >= 0 ? Bytes.FromCount(count) : throw new JsonException("bytes must be a whole number, 0 or more");

    public override void Write(Utf8JsonWriter writer, Bytes value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Count);
}

/// <summary>A duration in seconds.</summary>
internal sealed class DurationConverter : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Duration.FromSeconds(NotNegative.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Seconds);
}

/// <summary>A speed in tokens per second.</summary>
internal sealed class TokensPerSecondConverter : JsonConverter<TokensPerSecond>
{
    public override TokensPerSecond Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        TokensPerSecond.FromValue(NotNegative.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, TokensPerSecond value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

/// <summary>A throughput in bytes per second.</summary>
internal sealed class BytesPerSecondConverter : JsonConverter<BytesPerSecond>
{
    public override BytesPerSecond Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        BytesPerSecond.FromValue(NotNegative.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, BytesPerSecond value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

/// <summary>The check that all of these share.</summary>
internal static class NotNegative
{
    public static double Read(ref Utf8JsonReader reader) =>
        reader.TryGetDouble(out var value) && double.IsFinite(value) && value >= 0 ? value : throw new JsonException("must be a number, 0 or more");
}
