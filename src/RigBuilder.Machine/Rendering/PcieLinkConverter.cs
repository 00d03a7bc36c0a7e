using System.Text.Json;
using System.Text.Json.Serialization;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Rendering;

/// <summary>Links as {"gen", "lanes"}.</summary>
internal sealed class PcieLinkConverter : JsonConverter<PcieLink>
{
    public override PcieLink Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return Parse.LinkOf(Number(json.RootElement, "gen"), Number(json.RootElement, "lanes")) ?? throw new JsonException("not a PCIe link");
    }

    public override void Write(Utf8JsonWriter writer, PcieLink value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("gen", value.Gen);
        writer.WriteNumber("lanes", value.Lanes);
        writer.WriteEndObject();
    }

    private static int? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
