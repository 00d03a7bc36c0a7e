namespace RigBuilder.Tui.Views;

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
