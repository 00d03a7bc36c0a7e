using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Painting;
using Spectre.Console;

namespace RigBuilder.ConsoleHost.Output;

/// <summary>How meanings look: a style per role and surface, for a backdrop and a colour depth.</summary>
public sealed class Theme
{
    private readonly Style[,] _styles;

    private Theme(Style[,] styles) => _styles = styles;

    /// <summary>The theme for a backdrop and a colour depth.</summary>
    public static Theme Of(Backdrop backdrop, ColourDepth depth)
    {
        var styles = new Style[Enum.GetValues<Role>().Length, Enum.GetValues<Surface>().Length];
        foreach (var role in Enum.GetValues<Role>())
            foreach (var surface in Enum.GetValues<Surface>())
                styles[(int)role, (int)surface] = Compose(role, surface, backdrop == Backdrop.Light, depth);
        return new Theme(styles);
    }

    /// <summary>The style of a role on a surface.</summary>
    internal Style this[Role role, Surface surface] => _styles[(int)role, (int)surface];

    private static Style Compose(Role role, Surface surface, bool light, ColourDepth depth)
    {
        var decoration = role is Role.Title or Role.Accent or Role.Achievement or Role.Conflict ? Decoration.Bold : Decoration.None;
        if (surface == Surface.Caret) return new Style(decoration: decoration | Decoration.Invert);
        var highlighted = surface == Surface.Selected;
        if (depth is ColourDepth.None or ColourDepth.Sixteen)
        {
            if (highlighted) return new Style(decoration: Decoration.Invert | decoration);
            if (depth == ColourDepth.None)
                return new Style(decoration: decoration | (role is Role.Dim or Role.Locked or Role.Border or Role.MeterEmpty ? Decoration.Dim : Decoration.None));
            return new Style(Ansi16.Of(role, light), decoration: decoration);
        }

        return new Style(Foreground(role, surface, light), Background(surface, light), decoration);
    }

    private static Color Foreground(Role role, Surface surface, bool light)
    {
        var rgb = light ? RgbPalette.Light(role) : RgbPalette.Dark(role);
        if (rgb is { } value) return Rgb(value);
        return surface == Surface.Base ? Color.Default : Rgb(light ? 0x1f2937 : 0xd5d9e3);
    }

    private static Color Background(Surface surface, bool light) => (surface, light) switch
    {
        (Surface.Selected, false) => Rgb(0x2c3a63),
        (Surface.Selected, true) => Rgb(0xcfe2ff),
        (Surface.SelectedDim, false) => Rgb(0x262b3b),
        (Surface.SelectedDim, true) => Rgb(0xe8edf5),
        (Surface.Bar, false) => Rgb(0x1e2230),
        (Surface.Bar, true) => Rgb(0xe3e8f0),
        (Surface.Raised, false) => Rgb(0x1b1f2c),
        (Surface.Raised, true) => Rgb(0xf6f8fb),
        _ => Color.Default,
    };

    private static Color Rgb(int value) => new((byte)(value >> 16), (byte)((value >> 8) & 0xff), (byte)(value & 0xff));
}
