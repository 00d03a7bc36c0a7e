namespace RigBuilder.Tui;

/// <summary>The terminal's background that colours must be readable on.</summary>
public enum Backdrop
{
    /// <summary>Dark, until the terminal says otherwise.</summary>
    Auto,

    /// <summary>Dark.</summary>
    Dark,

    /// <summary>Light.</summary>
    Light,
}
