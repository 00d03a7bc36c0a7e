namespace RigBuilder.Cli.Composition.Screen;

/// <summary>What a user asked of the screen.</summary>
/// <param name="Theme">"auto", "dark" or "light".</param>
/// <param name="Ascii">Whether only ASCII is drawn.</param>
/// <param name="Mouse">Whether the mouse is used.</param>
internal sealed record ScreenOptions(string Theme, bool Ascii, bool Mouse);
