using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Layout;

/// <summary>Where the codex's panels lie: entries at the left, the chosen one at the right. Pure.</summary>
/// <param name="List">The entries.</param>
/// <param name="Entry">The chosen one.</param>
public sealed record CodexLayout(Rect List, Rect Entry)
{
    /// <summary>Visible entries.</summary>
    public int Rows => TableLayout.Of(List, field: false, headings: false, 0).Rows.Height;

    /// <summary>The layout for a size and a focused panel.</summary>
    public static CodexLayout Of(Size size, PanelId focus)
    {
        var body = ScreenLayout.Body(size);
        if (size.Width < 72) return focus == PanelId.CodexEntry ? new CodexLayout(default, body) : new CodexLayout(body, default);
        var (list, entry) = body.SplitLeft(Math.Clamp(body.Width * 45 / 100, 34, 64));
        return new CodexLayout(list, entry);
    }
}
