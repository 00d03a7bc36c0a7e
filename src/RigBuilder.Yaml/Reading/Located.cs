using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A value with the node it was read from, so that later checks can point at it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Node">Where it stands; null only for placeholders.</param>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed record Located<T>(T Value, YamlNode? Node)
{
    /// <summary>Where it stands.</summary>
    public SourceSpan Span => Node?.Span ?? default;

    /// <summary>Where a part of it stands, for values that are texts; see <see cref="YamlScalar.SpanOf"/>.</summary>
    public SourceSpan SpanOf(int offset, int length) => Node is YamlScalar scalar ? scalar.SpanOf(offset, length) : Span;
}
