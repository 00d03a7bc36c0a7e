using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>Where tabs and hints lie in their rows. Pure.</summary>
public static class BarLayout
{
    /// <summary>What stands before the tabs.</summary>
    public const string Brand = "◆ RigBuilder";

    /// <summary>Column of the first tab.</summary>
    public const int FirstTab = 15;

    /// <summary>The tabs that fit, with their areas.</summary>
    public static IEnumerable<(Tab Tab, Rect Area)> Tabs(Frame frame)
    {
        var x = FirstTab;
        foreach (var tab in frame.Tabs)
        {
            var width = TextWidth.Of(tab.Key.ToString()) + 1 + TextWidth.Of(tab.Title) + 2;
            if (x + width > frame.Size.Width || frame.TabRow is not { } row) yield break;
            yield return (tab, new Rect(x, row, width, 1));
            x += width;
        }
    }

    /// <summary>The hints that fit, with their areas.</summary>
    public static IEnumerable<(Hint Hint, Rect Area)> Hints(Frame frame)
    {
        var x = 1;
        foreach (var hint in frame.Hints)
        {
            var width = TextWidth.Of(hint.Key.ToString()) + 1 + TextWidth.Of(hint.Name);
            if (frame.HintRow is not { } row) yield break;
            if (x + width >= frame.Size.Width) continue;
            yield return (hint, new Rect(x, row, width, 1));
            x += width + 2;
        }
    }
}
