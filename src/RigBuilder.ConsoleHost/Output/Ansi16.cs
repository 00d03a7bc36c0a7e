using RigBuilder.Workbench.Frames;
using Spectre.Console;

namespace RigBuilder.ConsoleHost.Output;

/// <summary>The roles in the terminal's own 16 colours, which its user has chosen to be readable.</summary>
internal static class Ansi16
{
    public static Color Of(Role role, bool light) => role switch
    {
        Role.Dim or Role.Locked or Role.Border or Role.MeterEmpty => Color.Grey,
        Role.Accent or Role.Advice => light ? Color.Teal : Color.Aqua,
        Role.Key or Role.Warning => light ? Color.Olive : Color.Yellow,
        Role.Equipped or Role.BorderFocused or Role.Meter => light ? Color.Navy : Color.Blue,
        Role.Upgrade or Role.MeterPreview => light ? Color.Green : Color.Lime,
        Role.Downgrade or Role.Conflict => light ? Color.Maroon : Color.Red,
        Role.Achievement => light ? Color.Olive : Color.Yellow,
        Role.Match => light ? Color.Purple : Color.Fuchsia,
        _ => Color.Default,
    };
}
