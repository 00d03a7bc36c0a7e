namespace RigBuilder.Workbench.State;

/// <summary>A selected row and the first visible one.</summary>
/// <param name="Selected">Index of the selected row, 0 or more (0 in an empty list).</param>
/// <param name="Top">Index of the first visible row.</param>
public readonly record struct ListCursor(int Selected, int Top)
{
    /// <summary>Moved by rows, staying inside the list.</summary>
    public ListCursor Moved(int rows, int total) => this with { Selected = (int)Math.Clamp((long)Selected + rows, 0, Math.Max(0, total - 1)) };

    /// <summary>Scrolled so that the selected row is visible with two more around it, and no room is wasted.</summary>
    public ListCursor Shown(int height, int total)
    {
        var selected = Math.Clamp(Selected, 0, Math.Max(0, total - 1));
        height = Math.Max(1, height);
        var margin = Math.Min(2, (height - 1) / 2);
        var top = Math.Clamp(Top, selected - height + 1 + margin, Math.Max(selected - margin, selected - height + 1 + margin));
        return new ListCursor(selected, Math.Clamp(top, 0, Math.Max(0, total - height)));
    }
}
