using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Screens;

/// <summary>Bars of text for a prediction with its range and for a measurement, on one scale.</summary>
internal static class RangeBar
{
    /// <summary>A range as "···├──┼───┤···": ends and the point in it.</summary>
    public static StyledText Range(double low, double point, double high, double max, int width)
    {
        var (from, at, to) = (Column(low, max, width), Column(point, max, width), Column(high, max, width));
        var text = StyledText.Of(new string('·', from), Role.MeterEmpty);
        for (var x = from; x <= to; x++)
            text = text.Then(x == at ? "┼" : x == from ? "├" : x == to ? "┤" : "─", x == at ? Role.Accent : Role.Advice);
        return text.Then(new string('·', Math.Max(0, width - to - 1)), Role.MeterEmpty);
    }

    /// <summary>A level as "██████····", where it lies in the range marked by its role.</summary>
    public static StyledText Level(double value, double max, int width, Role role)
    {
        var filled = Math.Clamp((int)Math.Round(value / max * width), 0, width);
        return StyledText.Of(new string('█', filled), role).Then(new string('·', width - filled), Role.MeterEmpty);
    }

    private static int Column(double value, double max, int width) => Math.Clamp((int)Math.Round(value / max * width) - 1, 0, Math.Max(0, width - 1));
}
