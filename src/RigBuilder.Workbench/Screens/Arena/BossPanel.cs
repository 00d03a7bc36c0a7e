using RigBuilder.Validation.Report;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The boss itself: it crumbles as its health falls. In calm mode a plain list of what will be done.</summary>
internal static class BossPanel
{
    private const char Eye = 'e';

    private static readonly ImmutableArray<string> Skull =
    [
        "    ▄▄███████▄▄    ",
        "  ▄█████████████▄  ",
        " ███▀▀▀█████▀▀▀███ ",
        " ██  e  ███  e  ██ ",
        " ███▄▄▄█████▄▄▄███ ",
        " ▀██████▀ ▀██████▀ ",
        "   █████████████   ",
        "   █▀█▀█▀█▀█▀█▀█   ",
        "    ▀ ▀ ▀ ▀ ▀ ▀    ",
    ];

    public static Panel Draw(ScreenState state, ArenaScreen arena, Rect area)
    {
        IReadOnlyList<Block> blocks = state.Calm ? Plain() : Picture(arena.Bout, area);
        return ArenaView.Document(state, arena, PanelId.ArenaBoss, area, StyledText.Of(state.Calm ? "How" : Mood(arena.Bout), Role.Title), blocks);
    }

    private static IReadOnlyList<Block> Plain() =>
    [
        .. ((string[])["pp512: a prompt of", "512 tokens", "tg128: 128 tokens", "one after the other", "as llama-bench", "defines them"])
            .Select(l => new Block.Text(StyledText.Of(l, Role.Dim))),
    ];

    private static IReadOnlyList<Block> Picture(Bout? bout, Rect area)
    {
        var health = bout is null ? 1 : BossHealth.Of(bout).Total;
        var (eye, look) = Gaze(bout);
        var margin = new string(' ', Math.Max(0, (area.Width - 4 - Skull[0].Length) / 2));
        var blocks = new List<Block>();
        for (var i = 0; i < (area.Inner.Height - Skull.Length) / 2; i++) blocks.Add(new Block.Gap());
        for (var y = 0; y < Skull.Length; y++)
        {
            var line = StyledText.Of(margin);
            for (var x = 0; x < Skull[y].Length; x++)
            {
                var c = Skull[y][x];
                line = c == Eye ? line.Then(eye, look)
                    : c == ' ' ? line.Then(" ")
                    : Stands(x, y, health) ? line.Then(c.ToString(), Body(health)) : line.Then("░", Role.MeterEmpty);
            }

            blocks.Add(new Block.Text(line));
        }

        return blocks;
    }

    /// <summary>Each cell falls at a health of its own, spread evenly: a picture of the health bar, not chance.</summary>
    private static bool Stands(int x, int y, double health) => ((((x * 37) + (y * 61)) % 101) + 0.5) / 101 < health;

    private static Role Body(double health) => health > 0.5 ? Role.Normal : health > 0.2 ? Role.Warning : Role.Conflict;

    private static (string Eye, Role Role) Gaze(Bout? bout) => bout switch
    {
        null => ("–", Role.Dim),
        _ when VerdictLabels.IsDraw(bout) => ("–", Role.Warning),
        { Report.Verdict: ValidationVerdict.WithinRange or ValidationVerdict.Faster } => ("×", Role.Dim),
        { Report.Verdict: ValidationVerdict.Slower } => ("◆", Role.Conflict),
        { Report: not null } => ("–", Role.Dim),
        _ => bout.Elapsed.Seconds % 4 < 0.5 ? ("–", Role.Accent) : ("◆", Role.Accent),
    };

    private static string Mood(Bout? bout) => bout switch
    {
        null => "asleep",
        _ when VerdictLabels.IsDraw(bout) => "unimpressed",
        { Report.Verdict: ValidationVerdict.WithinRange or ValidationVerdict.Faster } => "defeated",
        { Report.Verdict: ValidationVerdict.Slower } => "stands",
        { Report: not null } => "asleep again",
        _ => "awake",
    };
}
