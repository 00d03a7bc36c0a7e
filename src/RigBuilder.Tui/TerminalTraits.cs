using System.Globalization;

namespace RigBuilder.Tui;

/// <summary>What is known about a terminal from its environment variables and the user's options. Pure.</summary>
/// <param name="Depth">Colours.</param>
/// <param name="Glyphs">Glyphs.</param>
/// <param name="Backdrop">Background; Auto when it has to be asked.</param>
/// <param name="Mouse">Whether to ask for mouse reports.</param>
/// <param name="Refusal">Why no full screen can be shown; null when it can.</param>
public sealed record TerminalTraits(ColourDepth Depth, GlyphSet Glyphs, Backdrop Backdrop, bool Mouse, string? Refusal)
{
    /// <summary>Finds out. Options win over the environment.</summary>
    /// <param name="variable">Reads an environment variable; null when unset.</param>
    /// <param name="isTerminal">Whether input and output both are a terminal.</param>
    /// <param name="options">What the user asked for.</param>
    /// <param name="windows">Whether this is Windows, whose consoles set no TERM.</param>
    public static TerminalTraits Detect(Func<string, string?> variable, bool isTerminal, TerminalOptions options, bool windows)
    {
        var term = variable("TERM") ?? "";
        return new TerminalTraits(
            options.Depth ?? DepthOf(variable, term, windows),
            options.Glyphs ?? GlyphsOf(variable, term, windows),
            options.Backdrop == Backdrop.Auto ? BackdropOf(variable) : options.Backdrop,
            options.Mouse,
            RefusalOf(term, isTerminal, windows));
    }

    private static string? RefusalOf(string term, bool isTerminal, bool windows)
    {
        if (!isTerminal) return "The workbench needs a terminal, but input or output is redirected. Use 'rigbuilder check' and the other commands in scripts.";
        if (term == "dumb") return "The workbench needs a terminal that can move its cursor, but TERM is 'dumb'. Use 'rigbuilder check' and the other commands instead.";
        return term.Length == 0 && !windows ? "The workbench needs to know the terminal, but TERM is not set. Set it (for example TERM=xterm-256color), or use the other commands." : null;
    }

    private static ColourDepth DepthOf(Func<string, string?> variable, string term, bool windows)
    {
        if (!string.IsNullOrEmpty(variable("NO_COLOR"))) return ColourDepth.None; // https://no-color.org
        if (variable("COLORTERM") is "truecolor" or "24bit") return ColourDepth.TrueColour;
        if (windows || variable("WT_SESSION") is not null || term.EndsWith("-direct", StringComparison.Ordinal)) return ColourDepth.TrueColour;
        if (term is "xterm-kitty" or "alacritty" or "foot" or "wezterm" or "xterm-ghostty") return ColourDepth.TrueColour;
        if (term.Contains("256", StringComparison.Ordinal)) return ColourDepth.TwoHundredFiftySix;
        return term.StartsWith("vt", StringComparison.Ordinal) ? ColourDepth.None : ColourDepth.Sixteen;
    }

    private static GlyphSet GlyphsOf(Func<string, string?> variable, string term, bool windows)
    {
        if (windows) return GlyphSet.Blocks; // the old console's fonts have no braille
        var locale = First(variable("LC_ALL"), variable("LC_CTYPE"), variable("LANG"));
        var utf8 = locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
        if (!utf8) return GlyphSet.Ascii;
        return term == "linux" ? GlyphSet.Blocks : GlyphSet.Braille; // the Linux console's font has blocks but no braille
    }

    private static Backdrop BackdropOf(Func<string, string?> variable)
    {
        // rxvt and others set "foreground;background" with palette numbers; 7 and 15 are white.
        var last = (variable("COLORFGBG") ?? "").Split(';')[^1];
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var colour)
            ? colour is 7 or 15 ? Backdrop.Light : Backdrop.Dark
            : Backdrop.Auto;
    }

    private static string First(params string?[] values) => values.FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
}

/// <summary>How many colours a terminal shows.</summary>
public enum ColourDepth
{
    /// <summary>None; bold, dim and inverse remain.</summary>
    None,

    /// <summary>The 16 colours of the terminal's own palette.</summary>
    Sixteen,

    /// <summary>The 256 colours of xterm.</summary>
    TwoHundredFiftySix,

    /// <summary>24 bits.</summary>
    TrueColour,
}

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

/// <summary>What a user may ask of the terminal; the defaults let it find out by itself.</summary>
public sealed record TerminalOptions
{
    /// <summary>Background to be readable on.</summary>
    public Backdrop Backdrop { get; init; }

    /// <summary>Colours; null to find out.</summary>
    public ColourDepth? Depth { get; init; }

    /// <summary>Glyphs; null to find out.</summary>
    public GlyphSet? Glyphs { get; init; }

    /// <summary>Whether the mouse is used (which takes text selection away from the terminal unless Shift is held).</summary>
    public bool Mouse { get; init; } = true;
}
