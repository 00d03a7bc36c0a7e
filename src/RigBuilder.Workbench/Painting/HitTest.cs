using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Workbench.Painting;

/// <summary>What a mouse position on the panels of a frame means. Pure.</summary>
public static class HitTest
{
    /// <summary>The event of a click; null where nothing reacts.</summary>
    public static HostEvent? Click(Frame frame, int x, int y)
    {
        if (frame.Overlays.LastOrDefault(p => p.Kind == PanelKind.Modal) is { } modal)
            return modal.Area.Contains(x, y) ? new HostEvent.Clicked(modal.Id, RowAt(modal, y)) : new HostEvent.Pressed(Key.Of(KeyCode.Escape));
        return PanelAt(frame, x, y) is { } panel ? new HostEvent.Clicked(panel.Id, RowAt(panel, y)) : null;
    }

    /// <summary>The event of turning the wheel; null where nothing scrolls.</summary>
    public static HostEvent? Wheel(Frame frame, int x, int y, int rows)
    {
        var panel = frame.Overlays.LastOrDefault(p => p.Kind == PanelKind.Modal) ?? PanelAt(frame, x, y);
        return panel is null ? null : new HostEvent.Scrolled(panel.Id, rows);
    }

    private static Panel? PanelAt(Frame frame, int x, int y) => frame.Panels.LastOrDefault(p => p.Area.Contains(x, y));

    private static int RowAt(Panel panel, int y)
    {
        if (panel.Content is not PanelContent.Table table) return -1;
        var rows = TableLayout.Of(panel.Area, table).Rows;
        var row = y - rows.Y;
        return row >= 0 && row < rows.Height && row < table.Rows.Length ? table.Top + row : -1;
    }
}
