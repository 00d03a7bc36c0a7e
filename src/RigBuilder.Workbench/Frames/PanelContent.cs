namespace RigBuilder.Workbench.Frames;

/// <summary>What a panel shows: a table or a document. Closed: hosts handle both.</summary>
public abstract record PanelContent
{
    private PanelContent()
    {
    }

    /// <summary>Rows to choose from. Only the visible window of the rows is carried, so long lists cost no more than short ones.</summary>
    /// <param name="Columns">The columns.</param>
    /// <param name="Rows">The rows from <paramref name="Top"/> on, as many as are visible.</param>
    public sealed record Table(ImmutableArray<Column> Columns, ImmutableArray<TableRow> Rows) : PanelContent
    {
        /// <summary>Index of the first carried row among all rows.</summary>
        public int Top { get; init; }

        /// <summary>Number of all rows.</summary>
        public int Total { get; init; }

        /// <summary>Index of the selected row among all rows; -1 for none.</summary>
        public int Selected { get; init; } = -1;

        /// <summary>Whether column headings are shown.</summary>
        public bool Headings { get; init; } = true;

        /// <summary>A text field above the table (filter), or null.</summary>
        public TextField? Field { get; init; }

        /// <summary>Lines below the rows, about the selected one.</summary>
        public ImmutableArray<StyledText> Footer { get; init; } = [];

        /// <summary>What to say when there are no rows.</summary>
        public ImmutableArray<StyledText> Empty { get; init; } = [];
    }

    /// <summary>Blocks from top to bottom.</summary>
    /// <param name="Blocks">The blocks.</param>
    public sealed record Document(ImmutableArray<Block> Blocks) : PanelContent
    {
        /// <summary>Rows scrolled away at the top.</summary>
        public int Top { get; init; }
    }
}
