using System.Text.Json;
using RigBuilder.Validation.Json;

namespace RigBuilder.Validation.Child;

/// <summary>Jobs and events as single lines of JSON.</summary>
public static class InferenceLines
{
    /// <summary>The line that asks the inference process to stop.</summary>
    public const string Cancel = "cancel";

    /// <summary>A job as a line.</summary>
    public static string Write(InferenceJob job) => JsonSerializer.Serialize(job, InferenceJson.Default.InferenceJob);

    /// <summary>An event as a line.</summary>
    public static string Write(InferenceEvent told) => JsonSerializer.Serialize(told, InferenceJson.Default.InferenceEvent);

    /// <summary>The job in a line; null when there is none.</summary>
    public static InferenceJob? ReadJob(string? line)
    {
        if (line is null) return null;
        try
        {
            return JsonSerializer.Deserialize(line, InferenceJson.Default.InferenceJob);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The event in a line; null for anything else, such as what a native library prints.</summary>
    public static InferenceEvent? ReadEvent(string line)
    {
        if (!line.StartsWith('{')) return null;
        try
        {
            return JsonSerializer.Deserialize(line, InferenceJson.Default.InferenceEvent);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
