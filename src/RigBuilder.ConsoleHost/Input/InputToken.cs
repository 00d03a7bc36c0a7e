using RigBuilder.Workbench.Host;

namespace RigBuilder.ConsoleHost.Input;

/// <summary>Something that terminal input means. Closed.</summary>
public abstract record InputToken
{
    private InputToken()
    {
    }

    /// <summary>A key.</summary>
    /// <param name="Pressed">The key.</param>
    public sealed record KeyPress(Key Pressed) : InputToken;

    /// <summary>Pasted text.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Paste(string Text) : InputToken;

    /// <summary>The left button was pressed on a cell.</summary>
    /// <param name="X">Column from 0.</param>
    /// <param name="Y">Row from 0.</param>
    public sealed record Click(int X, int Y) : InputToken;

    /// <summary>The wheel was turned over a cell.</summary>
    /// <param name="X">Column from 0.</param>
    /// <param name="Y">Row from 0.</param>
    /// <param name="Down">Whether towards the user.</param>
    public sealed record Wheel(int X, int Y, bool Down) : InputToken;

    /// <summary>The terminal told its background colour.</summary>
    /// <param name="Luminance">0 (black) to 1 (white).</param>
    public sealed record Background(double Luminance) : InputToken;
}
