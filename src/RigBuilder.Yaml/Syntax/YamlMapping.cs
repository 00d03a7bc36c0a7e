using System.Collections.Immutable;

namespace RigBuilder.Yaml.Syntax;

/// <summary>A mapping of keys to values, in file order. Keys may occur twice: readers report that.</summary>
public sealed class YamlMapping : YamlNode
{
    internal YamlMapping(SourceSpan span, ImmutableArray<YamlEntry> entries)
        : base(span) => Entries = entries;

    /// <summary>Its entries in order.</summary>
    public ImmutableArray<YamlEntry> Entries { get; }

    /// <inheritdoc/>
    public override string Noun => "a mapping";

    /// <summary>The first value under a key, or null when the key is not there.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
            if (entry.Key.Text == key) return entry.Value;
        return null;
    }
}

/// <summary>A key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);
