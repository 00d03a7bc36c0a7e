using System.Text.Json;
using System.Text.Json.Serialization;
using RigBuilder.Validation.Child;

namespace RigBuilder.Validation.Json;

/// <summary>The lines between program and inference process.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(BytesConverter), typeof(DurationConverter), typeof(TokensPerSecondConverter), typeof(BytesPerSecondConverter)])]
[JsonSerializable(typeof(InferenceJob))]
[JsonSerializable(typeof(InferenceEvent))]
internal sealed partial class InferenceJson : JsonSerializerContext;
