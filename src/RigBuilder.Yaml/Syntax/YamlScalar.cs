namespace RigBuilder.Yaml.Syntax;

/// <summary>A text, number, word or nothing.</summary>
public sealed class YamlScalar : YamlNode
{
    private readonly int _contentOffset;

    internal YamlScalar(SourceSpan span, string text, bool isPlain, int contentOffset)
        : base(span) => (Text, IsPlain, _contentOffset) = (text, isPlain, contentOffset);

    /// <summary>The text, escapes resolved.</summary>
    public string Text { get; }

    /// <summary>Whether it is written without quotes.</summary>
    public bool IsPlain { get; }

    /// <inheritdoc/>
    public override string Noun => IsNothing ? "nothing" : "a single value";

    /// <summary>
    /// Where a part of <see cref="Text"/> stands in the file, so that a parser of the text can point into it; the whole
    /// scalar where that cannot be told (block scalars, several lines, escapes).
    /// </summary>
    /// <param name="offset">First character, from 0; may be at the end of the text.</param>
    /// <param name="length">Number of characters.</param>
    public SourceSpan SpanOf(int offset, int length) => _contentOffset < 0
        ? Span
        : new SourceSpan(Span.Line, Span.Column + _contentOffset + Math.Clamp(offset, 0, Text.Length), Math.Max(1, length));
}
