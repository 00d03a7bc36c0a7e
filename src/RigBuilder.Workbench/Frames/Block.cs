namespace RigBuilder.Workbench.Frames;

/// <summary>A piece of a document, one or more rows high. Closed: hosts handle all kinds.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>Rows it takes.</summary>
    public virtual int Rows => 1;

    /// <summary>A line of text; lines are wrapped before they get here.</summary>
    /// <param name="Content">The line.</param>
    public sealed record Text(StyledText Content) : Block;

    /// <summary>A label at the left and a value at the right edge.</summary>
    /// <param name="Label">What it is.</param>
    /// <param name="Value">How much.</param>
    public sealed record Pair(StyledText Label, StyledText Value) : Block;

    /// <summary>A level against a limit.</summary>
    /// <param name="Label">What is measured.</param>
    /// <param name="Fraction">Level as share of the limit; above 1 it is exceeded. Never negative.</param>
    /// <param name="Value">The figures in words.</param>
    /// <param name="Role">Meaning of the filled part.</param>
    public sealed record Meter(string Label, double Fraction, string Value, Role Role) : Block
    {
        /// <summary>Level after a previewed choice; null without one.</summary>
        public double? Preview { get; init; }

        /// <summary>Columns reserved for the label.</summary>
        public int LabelWidth { get; init; } = 7;

        /// <summary>Columns reserved for the value.</summary>
        public int ValueWidth { get; init; } = 12;
    }

    /// <summary>A large letter with lines beside it.</summary>
    /// <param name="Letter">The letter.</param>
    /// <param name="Role">Its meaning.</param>
    /// <param name="Beside">Up to three lines at its right.</param>
    public sealed record Banner(char Letter, Role Role, ImmutableArray<StyledText> Beside) : Block
    {
        /// <inheritdoc/>
        public override int Rows => 3;
    }

    /// <summary>A chart of values over time, newest at the right.</summary>
    /// <param name="Values">The values, none negative.</param>
    /// <param name="Max">Value of the upper edge; above 0.</param>
    /// <param name="Height">Rows, 1 or more.</param>
    /// <param name="Role">Meaning of the line.</param>
    public sealed record Chart(ImmutableArray<double> Values, double Max, int Height, Role Role) : Block
    {
        /// <inheritdoc/>
        public override int Rows => Height;
    }

    /// <summary>A line to type into.</summary>
    /// <param name="Content">The field.</param>
    public sealed record Field(TextField Content) : Block;

    /// <summary>An empty row.</summary>
    public sealed record Gap : Block;
}
