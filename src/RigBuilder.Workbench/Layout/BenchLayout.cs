using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;

namespace RigBuilder.Workbench.Layout;

/// <summary>
/// Where the workbench's panels lie. Large terminals: slots and quest, candidates, stats in three columns above the findings.
/// From 72×20: two columns. Smaller: the focused panel alone. Pure.
/// </summary>
public sealed record BenchLayout
{
    private static readonly int SlotsHeight = PartLabels.Slots.Length + 2;

    /// <summary>Equipment slots.</summary>
    public Rect Slots { get; private init; }

    /// <summary>Quest summary; empty where there is no room.</summary>
    public Rect Quest { get; private init; }

    /// <summary>Candidates.</summary>
    public Rect Candidates { get; private init; }

    /// <summary>Stat sheet.</summary>
    public Rect Stats { get; private init; }

    /// <summary>Findings.</summary>
    public Rect Findings { get; private init; }

    /// <summary>Lines below the findings about the selected one.</summary>
    public int FindingFooter { get; private init; }

    /// <summary>Lines below the candidates about the selected one.</summary>
    public int CandidateFooter { get; private init; } = 2;

    /// <summary>Visible candidate rows.</summary>
    public int CandidateRows => TableLayout.Of(Candidates, field: false, headings: true, CandidateFooter).Rows.Height;

    /// <summary>Visible finding rows.</summary>
    public int FindingRows => TableLayout.Of(Findings, field: false, headings: false, FindingFooter).Rows.Height;

    /// <summary>The layout for a size and a focused panel.</summary>
    public static BenchLayout Of(Size size, PanelId focus)
    {
        var body = ScreenLayout.Body(size);
        if (size.Width < 72 || size.Height < 20) return Single(body, focus);
        return size.Width >= 116 && size.Height >= 30 ? Triple(body) : Quad(body, focus);
    }

    /// <summary>The area of a panel; empty when it is not shown.</summary>
    public Rect Area(PanelId panel) => panel switch
    {
        PanelId.Slots => Slots,
        PanelId.QuestSummary => Quest,
        PanelId.Candidates => Candidates,
        PanelId.Stats => Stats,
        PanelId.Findings => Findings,
        _ => default,
    };

    private static BenchLayout Triple(Rect body)
    {
        var (top, findings) = body.SplitTop(body.Height - Math.Clamp(body.Height * 28 / 100, 9, 14));
        var (left, others) = top.SplitLeft(Math.Clamp(body.Width * 25 / 100, 34, 46));
        var (candidates, stats) = others.SplitLeft(others.Width - Math.Clamp(body.Width * 27 / 100, 38, 52));
        var (slots, quest) = left.SplitTop(SlotsHeight);
        return new BenchLayout { Slots = slots, Quest = quest, Candidates = candidates, Stats = stats, Findings = findings, FindingFooter = 3 };
    }

    private static BenchLayout Quad(Rect body, PanelId focus)
    {
        var reading = focus == PanelId.Findings;
        var (left, right) = body.SplitLeft(Math.Clamp(body.Width * 37 / 100, 30, 38));
        var (slots, stats) = left.SplitTop(SlotsHeight);
        var findingRows = reading ? body.Height * 6 / 10 : Math.Max(8, body.Height * 3 / 10);
        var (candidates, findings) = right.SplitTop(body.Height - findingRows);
        return new BenchLayout
        {
            Slots = slots,
            Stats = stats,
            Candidates = candidates,
            Findings = findings,
            FindingFooter = reading ? 5 : 2,
        };
    }

    private static BenchLayout Single(Rect body, PanelId focus) => focus switch
    {
        PanelId.Candidates => new BenchLayout { Candidates = body },
        PanelId.Stats => new BenchLayout { Stats = body },
        PanelId.Findings => new BenchLayout { Findings = body, FindingFooter = 3 },
        _ => new BenchLayout { Slots = body },
    };
}
