using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RigBuilder.Cli.Output;

/// <summary>How this program writes JSON: snake_case keys, readable text, base units named in the key.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Line) { WriteIndented = true };

    public static string Pretty(JsonNode node) => node.ToJsonString(Indented);

    public static string OneLine(JsonNode node) => node.ToJsonString(Line);

    /// <summary>An enum value in kebab-case ("SingleGpu" → "single-gpu").</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>A number rounded to six significant digits: predictions are not better than that.</summary>
    public static double Rounded(double value) =>
        value == 0 || !double.IsFinite(value) ? 0 : double.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Strings(IEnumerable<string> items) => Array(items.Select(i => (JsonNode?)JsonValue.Create(i)));
}
