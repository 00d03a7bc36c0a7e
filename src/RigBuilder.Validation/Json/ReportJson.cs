using System.Text.Json.Serialization;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Json;

/// <summary>Reports as saved and exported.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(BytesConverter), typeof(DurationConverter), typeof(TokensPerSecondConverter), typeof(BytesPerSecondConverter)])]
[JsonSerializable(typeof(ValidationReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
