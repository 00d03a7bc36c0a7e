using System.Collections.Immutable;
using System.Text.Json;
using RigBuilder.Cli.Commands;
using RigBuilder.Domain;
using RigBuilder.Domain.Settings;

namespace RigBuilder.Cli.Predicting;

/// <summary>Reads one batch line. Every problem of the line is reported, none throws.</summary>
internal static class PredictQueryJson
{
    private static readonly ImmutableArray<string> Keys =
        ["gpu", "cpu", "machine", "sockets", "ram", "ssd", "psu", "model", "gguf", "config", "quant", "tag", .. SettingTable.BatchNames];

    // Of two equal keys one would be lost in silence.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static PredictQuery? Read(string line, List<string> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return Fields(document.RootElement, problems);
            problems.Add("a query is a JSON object");
        }
        catch (JsonException e)
        {
            problems.Add($"not JSON at column {(e.BytePositionInLine ?? 0) + 1}: {Reason(e)}; write one object per line, for example {{\"gpu\":[\"rtx-4090\"],\"model\":\"llama-2-7b\",\"quant\":\"Q4_0\",\"context\":512}}");
        }
        catch (InvalidOperationException)
        {
            // The parser takes any escape for a text; only reading the text shows that it is none.
            problems.Add("a text holds half of a surrogate pair (an escape such as \\ud800 alone), which is no character");
        }

        return null;
    }

    private static string Reason(JsonException e) => e.Message.Split(" LineNumber:")[0].TrimEnd('.');

    private static PredictQuery Fields(JsonElement root, List<string> problems)
    {
        var query = new PredictQuery();
        var settings = new Dictionary<Setting, (string Key, string Text)>();
        foreach (var field in root.EnumerateObject())
        {
            if (SettingTable.OfBatchKey(field.Name) is var (setting, key))
            {
                if (BatchValue.Text(field, key.Unit, problems) is not { } text) continue;
                if (!settings.TryAdd(setting, (field.Name, text))) problems.Add($"'{settings[setting].Key}' and '{field.Name}' both give {setting.Key}; write one of them");
                continue;
            }

            query = field.Name switch
            {
                "gpu" => query with { Gpus = BatchValue.Strings(field, problems) },
                "cpu" => query with { Cpu = BatchValue.String(field, problems) },
                "machine" => query with { Machine = BatchValue.String(field, problems) },
                "sockets" => query with { Sockets = Sockets(field, problems) ?? 1 },
                "ram" => WithMemory(query, field, problems),
                "ssd" => query with { Ssd = BatchValue.String(field, problems) },
                "psu" => query with { Psu = BatchValue.String(field, problems) },
                "model" or "gguf" or "config" => query with { Model = OnlyModel(query, ModelOptions.Of(field.Name, BatchValue.String(field, problems)), problems) },
                "quant" => query with { Quant = BatchValue.String(field, problems) },
                "tag" => query with { Tag = BatchValue.String(field, problems) },
                _ => Unknown(query, field.Name, problems),
            };
        }

        return query with { Settings = [.. SettingTable.All.Where(settings.ContainsKey).Select(s => new AskedSetting(s, settings[s].Text))] };
    }

    private static PredictQuery WithMemory(PredictQuery query, JsonProperty field, List<string> problems)
    {
        var elements = field.Value.ValueKind == JsonValueKind.Array ? field.Value.EnumerateArray().ToArray() : [field.Value];
        if (!elements.Any(e => e.ValueKind == JsonValueKind.Object)) return query with { Memory = BatchValue.Strings(field, problems) };
        foreach (var element in elements)
        {
            if (element.ValueKind == JsonValueKind.String) query = query with { Memory = query.Memory.Add(element.GetString()!) };
            else if (element.ValueKind != JsonValueKind.Object) problems.Add("'ram' must be a text, figures such as {\"type\":\"ddr5\",\"mts\":5600,\"channels\":2,\"gib\":64}, or a list of them");
            else if (BatchMemory.Read(element, problems) is { } kit) query = query with { MemoryKits = query.MemoryKits.Add(kit) };
        }

        return query;
    }

    private static int? Sockets(JsonProperty field, List<string> problems)
    {
        if (field.Value.ValueKind == JsonValueKind.Null) return null;
        if (field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt32(out var sockets) && sockets is >= 1 and <= QueryResolver.MostSockets) return sockets;
        problems.Add($"'sockets' must be a whole number from 1 to {QueryResolver.MostSockets}");
        return null;
    }

    private static string? OnlyModel(PredictQuery query, string? name, List<string> problems)
    {
        if (query.Model is not null) problems.Add("'model', 'gguf' and 'config' each name the model; write one of them");
        return name;
    }

    private static PredictQuery Unknown(PredictQuery query, string key, List<string> problems)
    {
        var nearest = Spelling.Nearest(key, Keys);
        problems.Add($"unknown key '{key}'" + (nearest is null ? $"; known are {string.Join(", ", Keys)}" : $"; did you mean '{nearest}'?"));
        return query;
    }
}
