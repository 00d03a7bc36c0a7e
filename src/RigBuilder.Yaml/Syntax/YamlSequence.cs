using System.Collections.Immutable;

namespace RigBuilder.Yaml.Syntax;

/// <summary>A list.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(SourceSpan span, ImmutableArray<YamlNode> items)
        : base(span) => Items = items;

    /// <summary>Its items in order.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <inheritdoc/>
    public override string Noun => "a list";
}
