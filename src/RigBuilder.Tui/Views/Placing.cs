using RigBuilder.Workbench.Frames;

namespace RigBuilder.Tui.Views;

/// <summary>
/// Whether two pieces of a frame show the same. Records compare arrays by reference, and every frame brings new arrays, so
/// without this each key press would draw the whole screen.
/// </summary>
internal static class Same
{
    public static bool Panels(Panel a, Panel? b) => b is not null && a.Id == b.Id && a.Area == b.Area && a.Focused == b.Focused && a.Kind == b.Kind
        && a.Title.Equals(b.Title) && a.Corner.Equals(b.Corner) && a.TitleField == b.TitleField && Contents(a.Content, b.Content);

    public static bool Blocks(Block a, Block? b) => (a, b) switch
    {
        (Block.Banner x, Block.Banner y) => x.Letter == y.Letter && x.Role == y.Role && x.Beside.SequenceEqual(y.Beside),
        (Block.Chart x, Block.Chart y) => x.Max.Equals(y.Max) && x.Height == y.Height && x.Role == y.Role && x.Values.SequenceEqual(y.Values),
        _ => a.Equals(b),
    };

    private static bool Contents(PanelContent a, PanelContent b) => (a, b) switch
    {
        (PanelContent.Table x, PanelContent.Table y) => Tables(x, y),
        (PanelContent.Document x, PanelContent.Document y) => x.Top == y.Top && x.Blocks.Length == y.Blocks.Length && x.Blocks.Zip(y.Blocks).All(p => Blocks(p.First, p.Second)),
        _ => false,
    };

    private static bool Tables(PanelContent.Table a, PanelContent.Table b) =>
        a.Top == b.Top && a.Total == b.Total && a.Selected == b.Selected && a.Headings == b.Headings && Equals(a.Field, b.Field)
        && a.Columns.SequenceEqual(b.Columns) && a.Footer.SequenceEqual(b.Footer) && a.Empty.SequenceEqual(b.Empty)
        && a.Rows.Length == b.Rows.Length && a.Rows.Zip(b.Rows).All(p => p.First.Cells.SequenceEqual(p.Second.Cells));
}

/// <summary>Puts views where the frame says; a view that is there already stays untouched, so that nothing is laid out again.</summary>
internal static class Placing
{
    public static void Put(View view, Rect area) => Put(view, area.X, area.Y, area.Width, area.Height);

    public static void Put(View view, int x, int y, int width, int height)
    {
        var visible = width > 0 && height > 0;
        if (view.Visible != visible) view.Visible = visible;
        var wanted = new System.Drawing.Rectangle(x, y, Math.Max(0, width), Math.Max(0, height));
        if (view.Frame != wanted) view.Frame = wanted;
    }
}
