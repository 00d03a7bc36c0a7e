using System.Globalization;
using System.Text.Json;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Predicting;

/// <summary>RAM by its figures in a batch line: {"type":"ddr5","mts":5600,"channels":2,"gib":64}; one module a channel unless modules says otherwise.</summary>
internal static class BatchMemory
{
    private const double MostGiB = 65_536;

    /// <summary>The kit; null after a problem.</summary>
    public static MemoryKit? Read(JsonElement ram, List<string> problems)
    {
        var before = problems.Count;
        foreach (var field in ram.EnumerateObject())
            if (field.Name is not ("type" or "mts" or "channels" or "gib" or "modules")) problems.Add($"'ram' has no key '{field.Name}'; known are type, mts, channels, modules, gib");
        var type = CatalogWords.MemoryTypes.Words.FirstOrDefault(w => w.Word == (ram.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString()!.ToLowerInvariant() : ""));
        if (type.Word is null) problems.Add($"'ram' needs its type: one of {string.Join(", ", CatalogWords.MemoryTypes.Words.Select(w => w.Word))}");
        var speed = Number(ram, "mts", 400, 20_000, null, problems);
        var gib = Number(ram, "gib", 0.1, MostGiB, null, problems);
        var channels = Number(ram, "channels", 1, 64, 2, problems);
        var modules = Number(ram, "modules", 1, 64, channels, problems);
        return problems.Count > before ? null : MemoryFigures.Kit(type.Value, (int)modules, Bytes.FromGiB(gib / (int)modules), speed);
    }

    private static double Number(JsonElement ram, string key, double least, double most, double? otherwise, List<string> problems)
    {
        var given = ram.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null;
        if (!given && otherwise is { } usual) return usual;
        if (given && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most) return number;
        problems.Add(string.Create(CultureInfo.InvariantCulture, $"'ram' needs {key}: a number from {least} to {most}"));
        return otherwise ?? least;
    }
}
