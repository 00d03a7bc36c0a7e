using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Rendering;

/// <summary>
/// The JSON of a machine report: snake_case names, words for enums, units as numbers. A reading is an object with value, unit (for
/// quantities), source and confidence, or null when unknown; sizes are whole bytes.
/// </summary>
public static class MachineJson
{
    private static readonly MachineJsonContext Context = Create();

    /// <summary>A report as indented JSON.</summary>
    public static string Write(MachineReport report) => JsonSerializer.Serialize(report, Context.MachineReport);

    /// <summary>A match as indented JSON, without the rig, which has its own format.</summary>
    public static string Write(MachineMatch match) => JsonSerializer.Serialize(new MatchedParts(match.Parts), Context.MatchedParts);

    /// <summary>Reads what <see cref="Write(MachineReport)"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static MachineReport? ReadReport(string json) => JsonSerializer.Deserialize(json, Context.MachineReport);

    private static MachineJsonContext Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        JsonConverter[] converters =
        [
            new ReadingConverter<string>(), new ReadingConverter<int>(), new ReadingConverter<double>(), new ReadingConverter<bool>(),
            new ReadingConverter<Bytes>(), new ReadingConverter<TransferRate>(), new ReadingConverter<Frequency>(), new ReadingConverter<Watts>(),
            new ReadingConverter<PcieLink>(), new ReadingConverter<MemoryType>(), new ReadingConverter<DriveKind>(),
            new PcieLinkConverter(), .. UnitConverters.All,
            Words<Confidence>(), Words<MemoryType>(), Words<DriveKind>(), Words<DiagnosticSeverity>(), Words<PartKind>(), Words<MatchOutcome>(),
        ];
        foreach (var converter in converters) options.Converters.Add(converter);
        return new MachineJsonContext(options);
    }

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.KebabCaseLower);
}

/// <summary>What of a match is written.</summary>
/// <param name="Parts">A match per piece of hardware, in slot order.</param>
internal sealed record MatchedParts(ImmutableArray<PartMatch> Parts);

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MachineReport))]
[JsonSerializable(typeof(MatchedParts))]
internal sealed partial class MachineJsonContext : JsonSerializerContext;
