using RigBuilder.Workbench.Painting;

namespace RigBuilder.Workbench.Frames;

/// <summary>One line of text whose pieces have meanings. Immutable.</summary>
/// <param name="Spans">The pieces from left to right.</param>
public sealed record StyledText(ImmutableArray<TextSpan> Spans)
{
    /// <summary>No text.</summary>
    public static StyledText Empty { get; } = new([]);

    /// <summary>The text without meanings.</summary>
    public string Plain => Spans.Length == 1 ? Spans[0].Text : string.Concat(Spans.Select(s => s.Text));

    /// <summary>Columns it takes.</summary>
    public int Width
    {
        get
        {
            var sum = 0;
            foreach (var span in Spans) sum += TextWidth.Of(span.Text);
            return sum;
        }
    }

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Spans.All(s => s.Text.Length == 0);

    /// <summary>A text with one meaning.</summary>
    public static StyledText Of(string text, Role role = Role.Normal) => text.Length == 0 ? Empty : new([new TextSpan(text, role)]);

    /// <summary>Plain text.</summary>
    public static implicit operator StyledText(string text) => Of(text);

    /// <summary>One after the other.</summary>
    public static StyledText operator +(StyledText a, StyledText b) => new([.. a.Spans, .. b.Spans]);

    /// <summary>This text followed by another piece.</summary>
    public StyledText Then(string text, Role role = Role.Normal) => text.Length == 0 ? this : new([.. Spans, new TextSpan(text, role)]);

    /// <summary>The same text with one meaning throughout.</summary>
    public StyledText As(Role role) => Of(Plain, role);

    /// <inheritdoc/>
    public override string ToString() => Plain;

    /// <inheritdoc/>
    public bool Equals(StyledText? other) => other is not null && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc/>
    public override int GetHashCode() => Spans.Aggregate(17, (hash, span) => HashCode.Combine(hash, span));
}
