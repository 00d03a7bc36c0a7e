using System.Text.Json;
using System.Text.Json.Serialization;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Rendering;

/// <summary>
/// The JSON of a machine report. A reading is an object with value, unit (for quantities), source and confidence, or null when
/// unknown; sizes are whole bytes.
/// </summary>
public static class MachineJson
{
    /// <summary>The options: snake_case names, words for enums, units as numbers.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A report as indented JSON.</summary>
    public static string Write(MachineReport report) => JsonSerializer.Serialize(report, Options);

    /// <summary>A match as indented JSON, without the rig, which has its own format.</summary>
    public static string Write(MachineMatch match) => JsonSerializer.Serialize(new { match.Parts }, Options);

    /// <summary>Reads what <see cref="Write(MachineReport)"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static MachineReport? ReadReport(string json) => JsonSerializer.Deserialize<MachineReport>(json, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new ReadingConverter());
        options.Converters.Add(new PcieLinkConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        foreach (var converter in UnitConverters.All) options.Converters.Add(converter);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
