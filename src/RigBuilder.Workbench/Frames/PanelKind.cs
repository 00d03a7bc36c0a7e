namespace RigBuilder.Workbench.Frames;

/// <summary>How a panel stands among the others.</summary>
public enum PanelKind
{
    /// <summary>A part of the screen.</summary>
    Plain,

    /// <summary>Above the screen, takes all keys.</summary>
    Modal,

    /// <summary>Above the screen, takes no keys and goes away by itself.</summary>
    Toast,
}
