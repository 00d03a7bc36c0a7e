using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>Paints a text field; long texts scroll so that the caret stays in sight.</summary>
internal static class FieldPainter
{
    public static void Paint(CellGrid grid, Rect row, TextField field, Surface surface)
    {
        if (row.IsEmpty) return;
        var inside = row with { X = row.X + 1, Width = Math.Max(0, row.Width - 2) };
        var x = grid.Write(inside.X, row.Y, field.Label, inside, Role.Accent, surface);
        if (field.Label.Length > 0) x++;
        var room = inside.Right - x;
        if (room <= 0) return;
        if (field.Text.Length == 0) grid.Write(x, row.Y, field.Placeholder, inside, Role.Dim, surface);
        var caret = Math.Clamp(field.Caret ?? 0, 0, field.Text.Length);
        var before = TextWidth.Of(field.Text[..caret]);
        var start = Math.Max(0, before - room + 1);
        grid.Write(x - start, row.Y, field.Text, new Rect(x, row.Y, room, 1), Role.Normal, surface);
        if (field.Caret is not null) grid.Lay(new Rect(x + before - start, row.Y, 1, 1), Surface.Caret);
    }
}
