namespace RigBuilder.Workbench.Frames;

/// <summary>A size in character cells.</summary>
/// <param name="Width">Columns, 0 or more.</param>
/// <param name="Height">Rows, 0 or more.</param>
public readonly record struct Size(int Width, int Height)
{
    /// <summary>"80×24".</summary>
    public override string ToString() => $"{Width}×{Height}";
}
