using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RigBuilder.Domain.Settings;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Rigs;

/// <summary>How settings are written in a rig file: one key per row of the table.</summary>
internal static class SettingsFormat
{
    /// <summary>Under "settings".</summary>
    public static MapFormat<ImmutableArray<(Setting Setting, string Text)>> Settings { get; } = Of(
        "set of settings", "llama.cpp's settings; what is left out is planned.", s => s.Place is SettingPlace.Both or SettingPlace.Settings);

    /// <summary>Under "in_use".</summary>
    public static MapFormat<ImmutableArray<(Setting Setting, string Text)>> InUse { get; } = Of(
        "set of sizes", "Memory that something else holds.", s => s.Place == SettingPlace.InUse);

    private static MapFormat<ImmutableArray<(Setting Setting, string Text)>> Of(string noun, string doc, Func<Setting, bool> here) => new(noun, doc, map =>
    [
        .. SettingTable.All.Where(here)
            .Select(s => (Setting: s, Text: map.Optional(s.Key, new ValueFormat(s), s.Help, s.Example)))
            .ToArray().Where(p => p.Text is not null).Select(p => (p.Setting, p.Text!)),
    ]);

    /// <summary>The value of a setting: a scalar, a list, or for speculation { kind, model, quant, n }.</summary>
    private sealed class ValueFormat(Setting setting) : Format<string>
    {
        private static readonly string[] Parts = ["kind", "model", "quant", "n"];

        public override string Placeholder => "";

        public override JsonObject Describe()
        {
            var one = One();
            if (!setting.Shape.Several && setting.Key != "spec") return one;
            var other = setting.Key == "spec"
                ? new JsonObject { ["type"] = "object", ["properties"] = new JsonObject([.. Parts.Select(p => KeyValuePair.Create(p, (JsonNode?)new JsonObject { ["type"] = p == "n" ? "integer" : "string" }))]), ["additionalProperties"] = false }
                : new JsonObject { ["type"] = "array", ["items"] = One() };
            return new JsonObject { ["anyOf"] = new JsonArray(one, other) };
        }

        public override bool TryRead(YamlNode node, ReadContext context, out string value)
        {
            value = Text(node) ?? "";
            if (value.Length == 0)
            {
                context.Report(Slip.NodeKind, node, $"expected {setting.Shape.Expected}, found {node.Noun}");
                return false;
            }

            setting.Apply(new Quest(), value, out var problem);
            if (problem is null) return true;
            context.Report(Slip.Text, node, Excerpt.Of(problem), $"write {setting.Shape.Expected}");
            return false;
        }

        private static string? Text(YamlNode node) => node switch
        {
            YamlScalar { IsNothing: false } scalar => scalar.Text,
            YamlSequence list when list.Items.All(i => i is YamlScalar { IsNothing: false }) => string.Join(',', list.Items.Select(i => ((YamlScalar)i).Text)),
            YamlMapping map when map.Entries.All(e => e.Value is YamlScalar { IsNothing: false } && Parts.Contains(e.Key.Text)) => string.Join(
                ' ', Parts.Select(p => (Part: p, Value: map.Find(p) as YamlScalar)).Where(p => p.Value is not null).Select(p => p.Part == "n" ? "n-max " + p.Value!.Text : p.Value!.Text)),
            _ => null,
        };

        private JsonObject One()
        {
            var shape = setting.Shape;
            JsonObject number = new() { ["type"] = shape.Kind is SettingKind.Whole or SettingKind.Tokens ? "integer" : "number" };
            if (shape.Least is { } least) number["minimum"] = least;
            if (shape.Most is { } most) number["maximum"] = most;
            var words = new JsonObject { ["enum"] = new JsonArray([.. shape.Words.Select(w => (JsonNode)JsonValue.Create(w))]) };
            return shape.Kind switch
            {
                SettingKind.Word => words,
                SettingKind.Switch => new JsonObject { ["enum"] = new JsonArray("on", "off", "auto", true, false) },
                SettingKind.Whole or SettingKind.Number => shape.Words.IsEmpty ? number : new JsonObject { ["anyOf"] = new JsonArray(number, words) },
                SettingKind.Tokens => new JsonObject { ["anyOf"] = new JsonArray(number, new JsonObject { ["type"] = "string", ["pattern"] = TokenCountFormat.Pattern }) },
                SettingKind.Size => Quantities.Bytes.Describe(),
                SettingKind.Power => Quantities.Watts.Describe(),
                _ => new JsonObject { ["type"] = "string" },
            };
        }
    }
}
