namespace RigBuilder.Workbench.Frames;

/// <summary>A titled rectangle with content.</summary>
/// <param name="Id">Which panel it is.</param>
/// <param name="Area">Where it is, border included.</param>
/// <param name="Title">Title in the border.</param>
/// <param name="Content">What it shows.</param>
public sealed record Panel(PanelId Id, Rect Area, StyledText Title, PanelContent Content)
{
    /// <summary>A short text at the right end of the title, such as a position in a list.</summary>
    public StyledText Corner { get; init; } = StyledText.Empty;

    /// <summary>A text field after the title that is being typed into, such as a filter; null without one.</summary>
    public TextField? TitleField { get; init; }

    /// <summary>Whether it gets the keys.</summary>
    public bool Focused { get; init; }

    /// <summary>How it stands among the others.</summary>
    public PanelKind Kind { get; init; }
}
