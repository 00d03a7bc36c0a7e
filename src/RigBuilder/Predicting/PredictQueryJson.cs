using System.Collections.Immutable;
using System.Text.Json;
using RigBuilder.Cli.Commands;
using RigBuilder.Domain;
using RigBuilder.Domain.Naming;

namespace RigBuilder.Cli.Predicting;

/// <summary>Reads one batch line. Every problem of the line is reported, none throws.</summary>
internal static class PredictQueryJson
{
    private static readonly string[] Keys =
        ["gpu", "cpu", "ram", "ssd", "psu", "model", "gguf", "config", "quant", "context", "kv", "flash_attention", "backend", "users", "ubatch", "kind", "runs_on", "tag"];

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
        foreach (var field in root.EnumerateObject())
        {
            query = field.Name switch
            {
                "gpu" => query with { Gpus = Strings(field, problems) },
                "cpu" => query with { Cpu = Text(field, problems) },
                "ram" => query with { Memory = Strings(field, problems) },
                "ssd" => query with { Ssd = Text(field, problems) },
                "psu" => query with { Psu = Text(field, problems) },
                "model" or "gguf" or "config" => query with { Model = OnlyModel(query, ModelOptions.Of(field.Name, Text(field, problems)), problems) },
                "quant" => query with { Quant = Text(field, problems) },
                "context" => query with { Context = Tokens(field, problems) ?? query.Context },
                "kv" => query with { Kv = Text(field, problems) ?? query.Kv },
                "flash_attention" => query with { FlashAttention = OnOff(field, problems) ?? query.FlashAttention },
                "backend" => query with { Backend = Text(field, problems) },
                "users" => query with { Users = Whole(field, problems) ?? query.Users },
                "ubatch" => query with { MicroBatch = Whole(field, problems) ?? query.MicroBatch },
                "kind" => query with { Kind = Text(field, problems) ?? query.Kind },
                "runs_on" => query with { RunsOn = Text(field, problems) ?? query.RunsOn },
                "tag" => query with { Tag = Text(field, problems) },
                _ => Unknown(query, field.Name, problems),
            };
        }

        return query;
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

    private static string? Text(JsonProperty field, List<string> problems)
    {
        if (field.Value.ValueKind == JsonValueKind.String) return field.Value.GetString();
        if (field.Value.ValueKind != JsonValueKind.Null) problems.Add($"'{field.Name}' must be a text");
        return null;
    }

    private static string? OnOff(JsonProperty field, List<string> problems) => field.Value.ValueKind switch
    {
        JsonValueKind.True => "on",
        JsonValueKind.False => "off",
        _ => Text(field, problems),
    };

    private static int? Tokens(JsonProperty field, List<string> problems)
    {
        if (field.Value.ValueKind != JsonValueKind.String) return Whole(field, problems);
        if (TokenCount.TryParse(field.Value.GetString()!, out var tokens)) return tokens;
        problems.Add($"'{field.Name}' must be a number of tokens, such as 8192 or \"128k\"");
        return null;
    }

    private static int? Whole(JsonProperty field, List<string> problems)
    {
        if (field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt32(out var number)) return number;
        if (field.Value.ValueKind != JsonValueKind.Null) problems.Add($"'{field.Name}' must be a whole number");
        return null;
    }

    private static ImmutableArray<string> Strings(JsonProperty field, List<string> problems)
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
}
