namespace RigBuilder.Workbench.Frames;

/// <summary>A column of a table.</summary>
/// <param name="Title">Heading; empty for none.</param>
/// <param name="Width">Wished width in cells; the smallest one for the column that grows.</param>
public sealed record Column(string Title, int Width)
{
    /// <summary>Whether numbers stand at the right edge.</summary>
    public bool AlignRight { get; init; }

    /// <summary>Whether it takes the room that is left over.</summary>
    public bool Grows { get; init; }

    /// <summary>Columns with higher numbers are left out first when the table is too narrow; 0 is never left out.</summary>
    public int Rank { get; init; }
}
