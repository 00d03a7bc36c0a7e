using RigBuilder.Workbench.Bindings;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.Screens;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.View;

/// <summary>What a state looks like. Pure.</summary>
public static class Viewer
{
    /// <summary>The frame of a state on a screen of any size.</summary>
    public static Frame Draw(ScreenState state, Size size)
    {
        if (ScreenLayout.IsTooSmall(size)) return TooSmall(size);
        return new Frame
        {
            Size = size,
            TabRow = 0,
            Tabs = Tabs(state, size),
            Status = Status(state),
            Panels = Panels(state, size),
            Overlays = OverlayView.Draw(state, size),
            HintRow = size.Height - 1,
            Hints = BindingTable.HintsFor(state),
            WindowTitle = $"RigBuilder: {state.Build.Name}",
        };
    }

    private static ImmutableArray<Panel> Panels(ScreenState state, Size size) => state.Screen switch
    {
        QuestScreen quest => QuestView.Draw(state, quest, size),
        BenchScreen bench => BenchView.Draw(state, bench, size),
        CompareScreen compare => CompareView.Draw(state, compare, size),
        CodexScreen codex => CodexView.Draw(state, codex, size),
        ArenaScreen arena => ArenaView.Draw(state, arena, size),
        _ => [],
    };

    /// <summary>The tabs; where their titles do not fit side by side, the others are only their keys.</summary>
    private static ImmutableArray<Tab> Tabs(ScreenState state, Size size)
    {
        const int AroundATitle = 4;
        var needed = ScreenLayout.FirstTab + state.Screens.Sum(s => TitleOf(s.Kind).Length + AroundATitle);
        return [.. state.Screens.Select((s, i) => new Tab(Key.Of((char)('1' + i)), needed <= size.Width || s.Kind == state.Active ? TitleOf(s.Kind) : "", s.Kind == state.Active))];
    }

    private static string TitleOf(ScreenKind kind) => kind switch
    {
        ScreenKind.Bench => "Workbench",
        _ => kind.ToString(),
    };

    /// <summary>What to know at any time, the most urgent first; small terminals have room for one thing.</summary>
    private static StyledText Status(ScreenState state)
    {
        var narrow = state.Size.Width < 100;
        var name = StyledText.Of(TextWidth.Fit(state.Build.Name, narrow ? 12 : 40), Role.Accent);
        ImmutableArray<StyledText> news =
        [
            .. state.Active != ScreenKind.Arena && state.Get<ArenaScreen>().Bout is { Runs: true } bout ? [StyledText.Of($"▸ arena {BoutWords.Clock(bout.Elapsed)}", Role.Accent)] : ImmutableArray<StyledText>.Empty,
            .. state.World.Diagnostics.Length is > 0 and var problems ? [StyledText.Of($"! {problems} {(narrow ? "" : "data ")}problems", Role.Warning)] : ImmutableArray<StyledText>.Empty,
            .. state.Unsaved && narrow ? [StyledText.Of("● unsaved", Role.Warning)] : ImmutableArray<StyledText>.Empty,
        ];
        if (narrow) return news.IsEmpty ? name : news[0];
        var text = news.Aggregate(StyledText.Empty, (all, one) => (all + one).Then("  ")) + name;
        return text.Then(state.Unsaved ? " ● unsaved" : "", Role.Warning);
    }

    private static Frame TooSmall(Size size)
    {
        var least = ScreenLayout.Smallest;
        var lines = TextWrap.Lines($"Too small: this terminal has {size}, RigBuilder needs {least}. Enlarge it, or press q to quit.", Math.Max(1, size.Width - 2));
        var area = new Rect(-1, -1, size.Width + 2, size.Height + 2);
        var document = new PanelContent.Document([.. lines.Select(l => new Block.Text(StyledText.Of(l, Role.Warning)))]);
        return new Frame { Size = size, Panels = [new Panel(PanelId.TooSmall, area, StyledText.Empty, document)] };
    }
}
