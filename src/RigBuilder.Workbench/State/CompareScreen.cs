using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.State;

/// <summary>The compare screen: the rig beside a pinned one.</summary>
public sealed record CompareScreen() : Screen(ScreenKind.Compare)
{
    /// <inheritdoc/>
    public override PanelId Focus { get; init; } = PanelId.Compare;

    /// <summary>Cursor in the table of figures.</summary>
    public ListCursor Rows { get; init; }

    /// <summary>The pinned rig; null when none is pinned.</summary>
    public Appraised? Pinned { get; init; }
}
