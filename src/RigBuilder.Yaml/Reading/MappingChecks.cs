using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>What all readers of mappings check and say alike.</summary>
internal static class MappingChecks
{
    /// <summary>Reports every key that occurs again.</summary>
    public static bool ReportDuplicateKeys(YamlMapping mapping, ReadContext context)
    {
        var first = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        var found = false;
        foreach (var (key, _) in mapping.Entries)
        {
            if (first.TryAdd(key.Text, key)) continue;
            found = true;
            context.Report(Slip.DuplicateKey, key, $"'{Excerpt.Of(key.Text)}' stands twice in this mapping",
                $"remove one of the two; the first is on line {first[key.Text].Span.Line}");
        }

        return found;
    }

    /// <summary>"gpu 'rtx-3090'", or "this gpu" while it has no usable id.</summary>
    public static string Describe(YamlMapping mapping, string noun) =>
        mapping.Find("id") is YamlScalar { IsNothing: false } id ? $"{noun} '{Excerpt.Of(id.Text)}'" : $"this {noun}";
}
