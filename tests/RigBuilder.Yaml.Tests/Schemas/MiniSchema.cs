using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Schemas;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Tests.Schemas;

/// <summary>Checks YAML against the part of JSON Schema that the generated schemas use; an unknown keyword throws.</summary>
internal static class MiniSchema
{
    public static IEnumerable<string> ErrorsOfCatalogFile(TextFile file)
    {
        var json = ToJson(file.Text);
        foreach (var (key, value) in json!.AsObject())
        {
            var schema = JsonNode.Parse(SchemaGenerator.Generate(SchemaGenerator.Files.Single(f => f.Name == key + ".schema.json")))!.AsObject();
            foreach (var error in Errors(new JsonObject { [key] = value?.DeepClone() }, schema, "")) yield return error;
        }
    }

    /// <summary>YAML 1.2's core schema: plain numbers and booleans are such, everything else is text.</summary>
    public static JsonNode? ToJson(string yaml) => ToJson(YamlParser.Parse(new TextFile("f", yaml)).Root!);

    public static IEnumerable<string> Errors(JsonNode? value, JsonObject schema, string path) => schema.SelectMany(rule => rule.Key switch
    {
        "$schema" or "title" or "description" or "examples" => [],
        "type" => Is(value, rule.Value!.ToString()) ? [] : [$"{path} is not a {rule.Value}"],
        "enum" => rule.Value!.AsArray().Any(v => JsonNode.DeepEquals(v, value)) ? [] : [$"{path} is none of the words"],
        "pattern" => value is not JsonValue text || text.GetValueKind() != JsonValueKind.String || Regex.IsMatch(text.ToString(), rule.Value!.ToString()) ? [] : [$"{path} does not match"],
        "minimum" => value is not JsonValue number || number.GetValueKind() != JsonValueKind.Number || number.GetValue<double>() >= Number(rule.Value) ? [] : [$"{path} is too small"],
        "maximum" => value is not JsonValue number || number.GetValueKind() != JsonValueKind.Number || number.GetValue<double>() <= Number(rule.Value) ? [] : [$"{path} is too large"],
        "minLength" => value is JsonValue v && v.ToString().Length < Number(rule.Value) ? [$"{path} is too short"] : [],
        "maxLength" => value is JsonValue v && v.ToString().Length > Number(rule.Value) ? [$"{path} is too long"] : [],
        "minItems" => value is JsonArray a && a.Count < Number(rule.Value) ? [$"{path} has too few items"] : [],
        "uniqueItems" => value is JsonArray a && a.Select(i => i?.ToJsonString()).Distinct().Count() != a.Count ? [$"{path} repeats itself"] : [],
        "required" => value is not JsonObject o ? [] : rule.Value!.AsArray().Where(k => !o.ContainsKey(k!.ToString())).Select(k => $"{path} lacks {k}"),
        "properties" => value is not JsonObject o ? [] : rule.Value!.AsObject().Where(p => o.ContainsKey(p.Key)).SelectMany(p => Errors(o[p.Key], p.Value!.AsObject(), $"{path}/{p.Key}")),
        "propertyNames" => value is not JsonObject o ? [] : o.SelectMany(p => Errors(p.Key, rule.Value!.AsObject(), $"{path}/{p.Key}")),
        "additionalProperties" => value is not JsonObject o ? [] : Additional(o, rule.Value!, schema, path),
        "items" => value is not JsonArray a ? [] : a.SelectMany((item, i) => Errors(item, rule.Value!.AsObject(), $"{path}/{i}")),
        "anyOf" => rule.Value!.AsArray().Any(s => !Errors(value, s!.AsObject(), path).Any()) ? Array.Empty<string>() : [$"{path} has none of the forms"],
        _ => throw new NotSupportedException(rule.Key),
    });

    private static IEnumerable<string> Additional(JsonObject o, JsonNode rule, JsonObject schema, string path)
    {
        var others = o.Where(p => schema["properties"]?.AsObject().ContainsKey(p.Key) != true);
        return rule is JsonObject s ? others.SelectMany(p => Errors(p.Value, s, $"{path}/{p.Key}")) : others.Select(p => $"{path} has no property {p.Key}");
    }

    private static bool Is(JsonNode? value, string type) => (value, type) switch
    {
        (JsonObject, "object") or (JsonArray, "array") => true,
        (JsonValue v, "string") => v.GetValueKind() == JsonValueKind.String,
        (JsonValue v, "number") => v.GetValueKind() == JsonValueKind.Number,
        (JsonValue v, "integer") => v.GetValueKind() == JsonValueKind.Number && v.GetValue<double>() % 1 == 0,
        _ => false,
    };

    private static double Number(JsonNode? node) => double.Parse(node!.ToJsonString(), CultureInfo.InvariantCulture);

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Where(e => !e.Value.IsNothing).Select(e => KeyValuePair.Create(e.Key.Text, ToJson(e.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        YamlScalar { IsPlain: true, Text: "true" or "false" } word => JsonValue.Create(word.Text == "true"),
        YamlScalar { IsPlain: true } number when Regex.IsMatch(number.Text, @"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$") => JsonValue.Create(double.Parse(number.Text, CultureInfo.InvariantCulture)),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };
}
