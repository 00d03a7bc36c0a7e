using RigBuilder.Domain;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>Reads the values of a written mapping and reports what is wrong with them.</summary>
internal sealed class ReadingMap(YamlMapping mapping, string noun, ReadContext context) : YamlMap
{
    private int _next;
    private int _taken;

    /// <summary>Whether any value could not be read.</summary>
    public bool Failed { get; private set; }

    /// <summary>Reports keys that occur twice, and those that <paramref name="fields"/> does not declare.</summary>
    public void CheckKeys(Func<IReadOnlyList<FieldDeclaration>> fields)
    {
        if (_taken == mapping.Entries.Length) return;
        if (MappingChecks.ReportDuplicateKeys(mapping, context)) Failed = true;
        var known = fields().Select(f => f.Key).ToArray();
        foreach (var (key, _) in mapping.Entries)
        {
            if (Array.IndexOf(known, key.Text) >= 0) continue;
            Failed = true;
            var nearest = Spelling.Nearest(key.Text, known);
            context.Report(Slip.UnknownKey, key, $"{MappingChecks.Describe(mapping, noun)} has no key '{Excerpt.Of(key.Text)}'",
                nearest is null ? $"known keys: {string.Join(", ", known)}" : $"did you mean '{nearest}'?");
        }
    }

    private protected override ReadContext Context => context;

    private protected override YamlNode? Seek(string key, AnyFormat format, bool isRequired, string doc, string? example)
    {
        var node = Find(key);
        if (node is { IsNothing: false }) return node;
        if (isRequired) ReportMissing(key, node, doc, example);
        return null;
    }

    private protected override void Fail() => Failed = true;

    private void ReportMissing(string key, YamlNode? node, string doc, string? example)
    {
        Failed = true;
        var help = $"add '{key}: {example ?? "…"}'";
        if (node is null)
            context.Report(Slip.MissingKey, mapping, $"{MappingChecks.Describe(mapping, noun)} lacks '{key}'", help, doc);
        else
            context.Report(Slip.MissingKey, mapping.Entries.First(e => e.Key.Text == key).Key, $"'{key}' has no value", $"write '{key}: {example ?? "…"}'", doc);
    }

    // Keys mostly come in the order in which they are declared, so the search starts after the last find.
    private YamlNode? Find(string key)
    {
        var entries = mapping.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            var at = _next + i < entries.Length ? _next + i : _next + i - entries.Length;
            if (entries[at].Key.Text != key) continue;
            _next = at + 1 == entries.Length ? 0 : at + 1;
            _taken++;
            return entries[at].Value;
        }

        return null;
    }
}
