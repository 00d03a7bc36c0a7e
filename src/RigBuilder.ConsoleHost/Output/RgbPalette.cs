using RigBuilder.Workbench.Frames;

namespace RigBuilder.ConsoleHost.Output;

/// <summary>24-bit colours of the roles; null is the terminal's own text colour.</summary>
internal static class RgbPalette
{
    public static int? Dark(Role role) => role switch
    {
        Role.Dim => 0x8a93a6,
        Role.Title => 0xe8ebf2,
        Role.Accent => 0x7dcfff,
        Role.Key => 0xe5b567,
        Role.Equipped => 0x8fb4ff,
        Role.Upgrade => 0x9fd67a,
        Role.Downgrade => 0xf2a36b,
        Role.Conflict => 0xf7768e,
        Role.Warning => 0xe5b567,
        Role.Advice => 0x7fc8d8,
        Role.Info => 0xa9b1c6,
        Role.Locked => 0x7a8296,
        Role.Achievement => 0xffd75f,
        Role.Border => 0x434b61,
        Role.BorderFocused => 0x7aa2f7,
        Role.Meter => 0x7aa2f7,
        Role.MeterPreview => 0x9fd67a,
        Role.MeterEmpty => 0x545c72,
        Role.Match => 0xc4a1ff,
        _ => null,
    };

    public static int? Light(Role role) => role switch
    {
        Role.Dim => 0x636b7a,
        Role.Title => 0x111827,
        Role.Accent => 0x075985,
        Role.Key => 0x92400e,
        Role.Equipped => 0x1d4ed8,
        Role.Upgrade => 0x166534,
        Role.Downgrade => 0x9a3f07,
        Role.Conflict => 0xb91c1c,
        Role.Warning => 0x92400e,
        Role.Advice => 0x0e6377,
        Role.Info => 0x4b5563,
        Role.Locked => 0x7d8696,
        Role.Achievement => 0x8a5a00,
        Role.Border => 0xb3bccb,
        Role.BorderFocused => 0x1d4ed8,
        Role.Meter => 0x1d4ed8,
        Role.MeterPreview => 0x166534,
        Role.MeterEmpty => 0xa8b1bf,
        Role.Match => 0x7e22ce,
        _ => null,
    };
}
