using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Layout;

/// <summary>Where overlays lie. Pure.</summary>
public static class OverlayLayout
{
    /// <summary>The area of a picker.</summary>
    public static Rect Picker(Size size) => ScreenLayout.Modal(size, 84, Math.Min(size.Height - 4, 26));

    /// <summary>Visible rows of a picker.</summary>
    public static int PickerRows(Size size) => TableLayout.Of(Picker(size), field: true, headings: false, 1).Rows.Height;

    /// <summary>The area of something to read of a number of rows.</summary>
    public static Rect Reader(Size size, int rows) => ScreenLayout.Modal(size, Overlay.DetailsWidth + 4, Math.Min(size.Height - 4, rows + 2));

    /// <summary>The area of a question.</summary>
    public static Rect Question(Size size) => ScreenLayout.Modal(size, 66, 7);

    /// <summary>The area of a passing message of a number of columns, above the hint line at the right.</summary>
    public static Rect Toast(Size size, int columns)
    {
        var width = Math.Clamp(columns + 4, 10, Math.Max(10, size.Width - 4));
        return new Rect(Math.Max(0, size.Width - width - 1), Math.Max(0, size.Height - 4), width, 3);
    }
}
