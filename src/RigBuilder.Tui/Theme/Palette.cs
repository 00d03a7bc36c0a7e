namespace RigBuilder.Tui.Theme;

/// <summary>
/// How roles look on surfaces. Text on the screen itself keeps the terminal's own background, with middle tones that can be
/// read on dark and on light. Without colour (NO_COLOR) weight and reversal carry the difference.
/// </summary>
/// <param name="colour">Whether colours may be used.</param>
/// <param name="light">Whether what lies above the screen is light.</param>
internal sealed class Palette(bool colour, bool light)
{
    private Color Ink => light ? new Color(0x1F, 0x29, 0x37) : new Color(0xE6, 0xE6, 0xEA);

    private Color Raised => light ? new Color(0xF6, 0xF8, 0xFB) : new Color(0x1C, 0x20, 0x2C);

    private readonly Dictionary<(Role, Surface), Scheme> _schemes = [];

    /// <summary>The look of a role on a surface.</summary>
    public Attribute Of(Role role, Surface surface) => colour
        ? new Attribute(Foreground(role, surface), Background(surface), Weight(role))
        : new Attribute(Color.None, Color.None, Weight(role) | Reversal(surface));

    /// <summary>A scheme in which a view looks the same whatever happens to it: focus and selection are states of the program.</summary>
    public Scheme Scheme(Role role, Surface surface)
    {
        if (_schemes.TryGetValue((role, surface), out var known)) return known;
        return _schemes[(role, surface)] = Uniform(Of(role, surface));
    }

    /// <summary>A scheme with hints' keys as hot text.</summary>
    public Scheme BarScheme() => Uniform(Of(Role.Normal, Surface.Bar)) with { HotNormal = Of(Role.Key, Surface.Bar), HotFocus = Of(Role.Key, Surface.Bar), HotActive = Of(Role.Key, Surface.Bar) };

    /// <summary>A scheme for menus, in which the library shows what is chosen.</summary>
    public Scheme MenuScheme() => Uniform(Of(Role.Normal, Surface.Raised)) with
    {
        Focus = Of(Role.Normal, Surface.Selected),
        HotFocus = Of(Role.Normal, Surface.Selected),
        Active = Of(Role.Normal, Surface.Selected),
        Highlight = Of(Role.Normal, Surface.Selected),
        Disabled = Of(Role.Locked, Surface.Raised),
    };

    private static Scheme Uniform(Attribute look) => new(look)
    {
        Normal = look,
        Focus = look,
        Active = look,
        HotNormal = look,
        HotFocus = look,
        HotActive = look,
        Highlight = look,
        Editable = look,
        ReadOnly = look,
        Disabled = look,
    };

    private Color Background(Surface surface) => surface switch
    {
        Surface.Bar => light ? new Color(0xE3, 0xE8, 0xF0) : new Color(0x24, 0x2A, 0x3A),
        Surface.Raised => Raised,
        Surface.Selected => light ? new Color(0xCF, 0xE2, 0xFF) : new Color(0x2F, 0x4F, 0x8F),
        Surface.SelectedDim => light ? new Color(0xE8, 0xED, 0xF5) : new Color(0x3A, 0x40, 0x50),
        _ => Color.None,
    };

    private Color Foreground(Role role, Surface surface) => role switch
    {
        Role.Normal => surface == Surface.Base ? Color.None : Ink,
        Role.Dim or Role.MeterEmpty or Role.Border => new Color(0x80, 0x88, 0x98),
        Role.Title => surface == Surface.Base ? Color.None : Ink,
        Role.Accent or Role.BorderFocused => new Color(0x4C, 0x9A, 0xE8),
        Role.Key => new Color(0xC8, 0x98, 0x38),
        Role.Equipped => new Color(0x3A, 0xA0, 0xA8),
        Role.Upgrade or Role.Meter => new Color(0x48, 0xA8, 0x58),
        Role.Downgrade => new Color(0xD0, 0x80, 0x48),
        Role.Conflict => new Color(0xE0, 0x58, 0x58),
        Role.Warning => new Color(0xC8, 0x98, 0x38),
        Role.Advice => new Color(0x58, 0x98, 0xC8),
        Role.Info => new Color(0x70, 0x98, 0xB8),
        Role.Locked => new Color(0x80, 0x80, 0x80),
        Role.Achievement => new Color(0xB0, 0x78, 0xD8),
        Role.MeterPreview => new Color(0x88, 0xB0, 0x58),
        Role.Match => new Color(0xD8, 0xA8, 0x38),
        _ => surface == Surface.Base ? Color.None : Ink,
    };

    private static TextStyle Weight(Role role) => role switch
    {
        Role.Title or Role.Key or Role.Match or Role.Conflict or Role.BorderFocused => TextStyle.Bold,
        _ => TextStyle.None,
    };

    private static TextStyle Reversal(Surface surface) =>
        surface == Surface.Selected ? TextStyle.Reverse : surface == Surface.SelectedDim ? TextStyle.Underline : TextStyle.None;
}
