namespace RigBuilder.Tui.Views;

/// <summary>A view that shows the content of a panel.</summary>
internal interface IPanelContentView
{
    /// <summary>The view.</summary>
    View View { get; }

    /// <summary>The text field in it, or null.</summary>
    FieldRow? Field { get; }

    /// <summary>Shows a panel whose content is of the kind it was made for.</summary>
    void Show(Panel panel, Surface surface);
}
