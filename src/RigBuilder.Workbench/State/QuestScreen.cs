using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.State;

/// <summary>The quest screen: the form, and what each quantisation would need.</summary>
public sealed record QuestScreen() : Screen(ScreenKind.Quest)
{
    /// <inheritdoc/>
    public override PanelId Focus { get; init; } = PanelId.QuestForm;

    /// <summary>The chosen field.</summary>
    public QuestField Field { get; init; }

    /// <summary>Cursor in the table of quantisations.</summary>
    public ListCursor Quants { get; init; }

    /// <summary>A prediction per quantisation for <see cref="PreviewedFor"/>, most bits first; empty without a model.</summary>
    public ImmutableArray<QuantPreview> Previews { get; init; } = [];

    /// <summary>The build that the previews belong to; null when they have to be made.</summary>
    public Build? PreviewedFor { get; init; }
}
