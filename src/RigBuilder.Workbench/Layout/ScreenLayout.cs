using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Layout;

/// <summary>Division of the whole screen. Pure.</summary>
public static class ScreenLayout
{
    /// <summary>The smallest terminal that something useful fits into.</summary>
    public static Size Smallest { get; } = new(40, 12);

    /// <summary>What stands before the tabs.</summary>
    public const string Brand = "◆ RigBuilder";

    /// <summary>Column of the first tab.</summary>
    public const int FirstTab = 15;

    /// <summary>Whether nothing useful fits.</summary>
    public static bool IsTooSmall(Size size) => size.Width < Smallest.Width || size.Height < Smallest.Height;

    /// <summary>Everything between tab bar and hint line.</summary>
    public static Rect Body(Size size) => new(0, 1, Math.Max(0, size.Width), Math.Max(0, size.Height - 2));

    /// <summary>A modal panel in the middle, at most this large.</summary>
    public static Rect Modal(Size size, int width, int height) => Body(size).Centred(Math.Min(width, size.Width - 4), height);
}
