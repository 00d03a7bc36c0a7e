namespace RigBuilder.Workbench.State;

/// <summary>A line of text being typed, with its caret.</summary>
/// <param name="Text">The text.</param>
/// <param name="Caret">Caret position in UTF-16 units, between characters.</param>
public sealed record LineEditor(string Text, int Caret)
{
    private const int Longest = 4096;

    /// <summary>An empty line.</summary>
    public static LineEditor Empty { get; } = new("", 0);

    /// <summary>A line with the caret at its end.</summary>
    public static LineEditor Of(string text) => new(text, text.Length);

    /// <summary>With text inserted at the caret; line breaks and control characters become blanks.</summary>
    public LineEditor Typed(string text)
    {
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return Text.Length + clean.Length > Longest ? this : new LineEditor(Text.Insert(Caret, clean), Caret + clean.Length);
    }

    /// <summary>Without the character before the caret.</summary>
    public LineEditor ErasedBack()
    {
        var from = Before(Caret);
        return new LineEditor(Text.Remove(from, Caret - from), from);
    }

    /// <summary>Without the character after the caret.</summary>
    public LineEditor ErasedForward() => this with { Text = Text.Remove(Caret, After(Caret) - Caret) };

    /// <summary>Without the word before the caret.</summary>
    public LineEditor ErasedWord()
    {
        var from = Caret;
        while (from > 0 && Text[from - 1] == ' ') from--;
        while (from > 0 && Text[from - 1] != ' ') from--;
        return new LineEditor(Text.Remove(from, Caret - from), from);
    }

    /// <summary>With the caret moved by characters.</summary>
    public LineEditor Moved(int characters) => this with
    {
        Caret = characters switch
        {
            int.MinValue => 0,
            int.MaxValue => Text.Length,
            < 0 => Before(Caret),
            _ => After(Caret),
        },
    };

    private int Before(int at) => at == 0 ? 0 : at > 1 && char.IsLowSurrogate(Text[at - 1]) ? at - 2 : at - 1;

    private int After(int at) => at >= Text.Length ? Text.Length : at + 1 < Text.Length && char.IsHighSurrogate(Text[at]) ? at + 2 : at + 1;
}
