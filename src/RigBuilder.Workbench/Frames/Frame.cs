namespace RigBuilder.Workbench.Frames;

/// <summary>
/// Everything there is to see, as data, which a host draws with its widgets. Immutable.
/// </summary>
public sealed record Frame
{
    /// <summary>The screen's size.</summary>
    public required Size Size { get; init; }

    /// <summary>Panels side by side.</summary>
    public required ImmutableArray<Panel> Panels { get; init; }

    /// <summary>Panels above the others, the last one on top; it has the keys when it is a modal one.</summary>
    public ImmutableArray<Panel> Overlays { get; init; } = [];

    /// <summary>Row of the tab bar; null when there is no room for one.</summary>
    public int? TabRow { get; init; }

    /// <summary>Screens to switch to.</summary>
    public ImmutableArray<Tab> Tabs { get; init; } = [];

    /// <summary>Text at the right end of the tab bar.</summary>
    public StyledText Status { get; init; } = StyledText.Empty;

    /// <summary>Row of the hint line; null when there is no room for one.</summary>
    public int? HintRow { get; init; }

    /// <summary>Keys to press now, most useful first.</summary>
    public ImmutableArray<Hint> Hints { get; init; } = [];

    /// <summary>Title for the terminal's window.</summary>
    public string WindowTitle { get; init; } = "RigBuilder";

    /// <summary>The panel that has the keys, or null.</summary>
    public Panel? FocusedPanel =>
        Overlays.LastOrDefault(p => p.Kind == PanelKind.Modal) ?? Panels.FirstOrDefault(p => p.Focused);
}
