using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Layout;

/// <summary>
/// Where the arena's panels lie: opponents, stages and machine at the left, bout above results at the right, the boss itself in
/// the corner of large terminals. Small ones show the focused panel alone. Pure.
/// </summary>
public sealed record ArenaLayout
{
    private const int FoeRows = 4;
    private const int StageRows = 11;

    /// <summary>What can be run.</summary>
    public Rect Foes { get; private init; }

    /// <summary>Stages of the validation.</summary>
    public Rect Stages { get; private init; }

    /// <summary>This machine beside the rig.</summary>
    public Rect Machine { get; private init; }

    /// <summary>The bout: health, speed over time.</summary>
    public Rect Bout { get; private init; }

    /// <summary>The boss's picture; empty where there is no room.</summary>
    public Rect Boss { get; private init; }

    /// <summary>Predicted against measured, verdict and causes.</summary>
    public Rect Score { get; private init; }

    /// <summary>The layout for a size, a focused panel, and a bout that has ended or not.</summary>
    public static ArenaLayout Of(Size size, PanelId focus, bool ended)
    {
        var body = ScreenLayout.Body(size);
        if (size.Width < 72 || size.Height < 20) return Single(body, focus);
        var large = size.Width >= 110 && size.Height >= 30;
        var (left, right) = body.SplitLeft(large ? Math.Clamp(body.Width * 34 / 100, 38, 50) : Math.Clamp(body.Width * 38 / 100, 30, 38));
        var (foes, below) = left.SplitTop(FoeRows);
        var (stages, machine) = below.SplitTop(StageRows);
        var (top, score) = right.SplitTop(large ? 13 : ended ? 7 : 10);
        var (bout, boss) = large ? top.SplitLeft(top.Width - 25) : (top, default);
        return new ArenaLayout { Foes = foes, Stages = stages, Machine = machine, Bout = bout, Boss = boss, Score = score };
    }

    private static ArenaLayout Single(Rect body, PanelId focus) => focus switch
    {
        PanelId.ArenaStages => new ArenaLayout { Stages = body },
        PanelId.ArenaMachine => new ArenaLayout { Machine = body },
        PanelId.ArenaBout => new ArenaLayout { Bout = body },
        PanelId.ArenaScore => new ArenaLayout { Score = body },
        _ => new ArenaLayout { Foes = body },
    };
}
