using System.Collections.Immutable;
using System.Text.Json;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Validation.Configs;

/// <summary>The values of a config.json: the text part of a model of several modalities first. What is missing or absurd is collected.</summary>
internal sealed class ConfigKeys
{
    private readonly ImmutableArray<JsonElement> _objects;
    private readonly ImmutableArray<string>.Builder _missing = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _absurd = ImmutableArray.CreateBuilder<string>();

    public ConfigKeys(JsonElement root)
    {
        // "text_config" (Gemma 3, Llama 4), "llm_config" and "language_config" (others).
        var inner = new[] { "text_config", "llm_config", "language_config" }.Select(n => root.TryGetProperty(n, out var part) ? part : default).FirstOrDefault(p => p.ValueKind == JsonValueKind.Object);
        _objects = inner.ValueKind == JsonValueKind.Object ? [inner, root] : [root];
    }

    /// <summary>Keys that are needed and not there, in the order asked for.</summary>
    public ImmutableArray<string> Missing => _missing.ToImmutable();

    /// <summary>What is wrong with values, in sentences.</summary>
    public ImmutableArray<string> Absurd => _absurd.ToImmutable();

    /// <summary>A whole number under one of several names; missing when none is there.</summary>
    public int Required(int most, params ReadOnlySpan<string> names)
    {
        if (Optional(most, names) is { } value) return value;
        _missing.Add(names[0]);
        return 1;
    }

    /// <summary>A whole number from 0 under one of several names; null when none is there.</summary>
    public int? Optional(int most, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is not { } value || value.ValueKind == JsonValueKind.Null) continue;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= 0 && number <= most && number == Math.Floor(number)) return (int)number;
            _absurd.Add($"'{name}' is {ForeignText.Clean(value.GetRawText())}; 0 to {most} can be");
            return 1;
        }

        return null;
    }

    /// <summary>A text; null when it is not there.</summary>
    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? Whole(value) : null;

    /// <summary>Whether a switch is on; null when it is not there.</summary>
    public bool? Switch(string name) => Find(name)?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>A list of texts; empty when it is not there.</summary>
    public ImmutableArray<string> Texts(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(Whole)] : [];

    private JsonElement? Find(string name)
    {
        foreach (var part in _objects)
            if (part.TryGetProperty(name, out var value)) return value;
        return null;
    }

    // Half a surrogate pair is legal JSON and no text.
    private static string Whole(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
