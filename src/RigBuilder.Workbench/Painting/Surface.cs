namespace RigBuilder.Workbench.Painting;

/// <summary>What a cell lies on; a host's theme gives it a background.</summary>
public enum Surface
{
    /// <summary>The screen.</summary>
    Base,

    /// <summary>The tab bar and the hint line.</summary>
    Bar,

    /// <summary>A panel above the others.</summary>
    Raised,

    /// <summary>The selected row of the panel that has the keys.</summary>
    Selected,

    /// <summary>The selected row of another panel.</summary>
    SelectedDim,

    /// <summary>The caret.</summary>
    Caret,
}
