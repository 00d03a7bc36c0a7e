using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Host;

/// <summary>
/// What a host reports to the program, in terms of the last drawn <see cref="Frame"/>; <see cref="Painting.HitTest"/> tells
/// what a mouse position means.
/// </summary>
public abstract record HostEvent
{
    private HostEvent()
    {
    }

    /// <summary>A key.</summary>
    /// <param name="Key">The key.</param>
    public sealed record Pressed(Key Key) : HostEvent;

    /// <summary>Pasted text; may hold line breaks.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Pasted(string Text) : HostEvent;

    /// <summary>A row of a panel was clicked (-1: the panel itself).</summary>
    /// <param name="Panel">The panel.</param>
    /// <param name="Row">Index among all rows of its table, or -1.</param>
    public sealed record Clicked(PanelId Panel, int Row) : HostEvent;

    /// <summary>The wheel was turned over a panel.</summary>
    /// <param name="Panel">The panel.</param>
    /// <param name="Rows">Rows to scroll, negative upwards.</param>
    public sealed record Scrolled(PanelId Panel, int Rows) : HostEvent;

    /// <summary>The screen has another size.</summary>
    /// <param name="Size">The new size.</param>
    public sealed record Resized(Size Size) : HostEvent;

    /// <summary>The host is about to end (terminal closed, signal): last chance to keep work.</summary>
    public sealed record Closing : HostEvent;
}
