namespace RigBuilder.Workbench.Frames;

/// <summary>A row of a table, one cell per column.</summary>
/// <param name="Cells">The cells, in the order of the columns.</param>
public sealed record TableRow(ImmutableArray<StyledText> Cells)
{
    /// <summary>A row of the given cells.</summary>
    public static TableRow Of(params ImmutableArray<StyledText> cells) => new(cells);
}
