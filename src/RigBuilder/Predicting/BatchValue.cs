using System.Collections.Immutable;
using System.Text.Json;

namespace RigBuilder.Cli.Predicting;

/// <summary>Values of a batch line as the texts that names and settings are.</summary>
internal static class BatchValue
{
    /// <summary>The text of a setting: a number with the key's unit, on or off, a list joined by commas; null for null and after a problem.</summary>
    public static string? Text(JsonProperty field, string unit, List<string> problems)
    {
        switch (field.Value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Array when field.Value.EnumerateArray().All(e => One(e, unit) is not null):
                return string.Join(',', field.Value.EnumerateArray().Select(e => One(e, unit)));
            case JsonValueKind.Object when Parts(field.Value) is { } parts:
                return parts;
            default:
                if (One(field.Value, unit) is { } text) return text;
                problems.Add($"'{field.Name}' must be a text, a number, true or false, or a list of them");
                return null;
        }
    }

    /// <summary>A text; null for null and after a problem.</summary>
    public static string? String(JsonProperty field, List<string> problems)
    {
        if (field.Value.ValueKind == JsonValueKind.String) return field.Value.GetString();
        if (field.Value.ValueKind != JsonValueKind.Null) problems.Add($"'{field.Name}' must be a text");
        return null;
    }

    /// <summary>One or several texts.</summary>
    public static ImmutableArray<string> Strings(JsonProperty field, List<string> problems)
    {
        switch (field.Value.ValueKind)
        {
            case JsonValueKind.Null:
                return [];
            case JsonValueKind.String:
                return [field.Value.GetString()!];
            case JsonValueKind.Array when field.Value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String):
                return [.. field.Value.EnumerateArray().Select(e => e.GetString()!)];
            default:
                problems.Add($"'{field.Name}' must be a text or a list of texts");
                return [];
        }
    }

    private static string? One(JsonElement value, string unit) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => unit.Length == 0 ? value.GetRawText() : $"{value.GetRawText()} {unit}",
        JsonValueKind.True => "on",
        JsonValueKind.False => "off",
        _ => null,
    };

    // {"kind":"draft","model":"qwen3-0.6b","quant":"q8_0","n":8} is "draft qwen3-0.6b q8_0 n-max 8".
    private static string? Parts(JsonElement value)
    {
        var words = new List<string>();
        foreach (var key in (string[])["kind", "model", "quant", "n"])
            if (value.TryGetProperty(key, out var part) && One(part, "") is { } text) words.Add(key == "n" ? "n-max " + text : text);
        return words.Count == value.EnumerateObject().Count() && words.Count > 0 ? string.Join(' ', words) : null;
    }
}
