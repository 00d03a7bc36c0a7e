namespace RigBuilder.Tui.Views;

/// <summary>
/// The open dialogs, the last one on top. Each is a session of the library without a loop of its own: the window's loop goes on,
/// and the program says when a dialog closes.
/// </summary>
/// <param name="make">Makes a dialog for a panel.</param>
internal sealed class DialogStack(Func<Panel, PanelDialog> make)
{
    private readonly List<(PanelDialog Dialog, SessionToken Session)> _open = [];

    /// <summary>The dialog on top, or null.</summary>
    public PanelDialog? Top => _open.Count == 0 ? null : _open[^1].Dialog;

    /// <summary>Opens and closes dialogs until they are those of the panels, and shows the panels.</summary>
    public void Show(IApplication app, ImmutableArray<Panel> panels, ImmutableArray<Hint> hints)
    {
        var same = 0;
        while (same < _open.Count && same < panels.Length && _open[same].Dialog.Suits(panels[same])) same++;
        while (_open.Count > same) Close(app);
        for (var i = 0; i < panels.Length; i++)
        {
            var dialog = i < same ? _open[i].Dialog : make(panels[i]);
            dialog.Show(panels[i], i == panels.Length - 1 ? hints : []);
            if (i < same) continue;
            if (app.Begin(dialog) is { } session) _open.Add((dialog, session));
        }
    }

    /// <summary>Closes all.</summary>
    public void CloseAll(IApplication app)
    {
        while (_open.Count > 0) Close(app);
    }

    private void Close(IApplication app)
    {
        var (dialog, session) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        app.End(session);
        dialog.Dispose();
    }
}
