using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The bout: the opponent's health, what happens right now, and speed over time.</summary>
internal static class BoutPanel
{
    public static Panel Draw(ScreenState state, ArenaScreen arena, Rect area)
    {
        var (width, rows) = (area.Width - 4, area.Inner.Height);
        var blocks = arena.Bout is { } bout ? Fight(state, bout, width, rows) : Invitation(state, width, rows);
        return ArenaView.Document(state, arena, PanelId.ArenaBout, area, Title(state, arena.Bout), [.. blocks]) with { Corner = Clock(arena.Bout) };
    }

    private static StyledText Title(ScreenState state, Bout? bout) => bout?.Subject is { ModelName.Length: > 0 } subject
        ? StyledText.Of($"{(state.Calm ? "" : "Boss: ")}{subject.ModelName} {subject.QuantId.ToUpperInvariant()}", Role.Title)
        : StyledText.Of("Arena", Role.Title);

    private static IEnumerable<Block> Invitation(ScreenState state, int width, int rows)
    {
        var (text, rule) = (state.Calm, rows >= 10) switch
        {
            (true, _) => ("Press Enter to run the model for real on this machine, with made-up weights of its exact shape, and to compare memory and speed with the prediction. Nothing is downloaded.", ""),
            (_, true) => (
                "Does the prediction hold? Here the model itself is the boss. It runs for real on this machine, with made-up weights of its exact shape: nothing is downloaded.",
                "Each repetition is a blow. At the predicted speed the blows take all of its health; what is left in the end is how far the machine stayed below the predicted range."),
            _ => (
                "Does the prediction hold? The model is the boss: it runs here for real, on made-up weights; no download.",
                "Each repetition is a blow. At the predicted speed it falls; what health is left is how far you stayed below the predicted range."),
        };
        foreach (var line in TextWrap.Lines(text, width)) yield return new Block.Text(line);
        if (state.Calm || rows >= 10 || TextWrap.Lines(text, width).Count() + TextWrap.Lines(rule, width).Count() + 2 <= rows) yield return new Block.Gap();
        foreach (var line in TextWrap.Lines(rule, width)) yield return new Block.Text(StyledText.Of(line, Role.Dim));
        yield return new Block.Text(StyledText.Of("Enter", Role.Key).Then(state.Calm ? " starts, " : " fights, ", Role.Normal).Then("Esc", Role.Key).Then(" stops within a second.", Role.Normal));
    }

    private static IEnumerable<Block> Fight(ScreenState state, Bout bout, int width, int rows)
    {
        var health = BossHealth.Of(bout);
        yield return Health(state, bout, SpeedTestKind.Prompt, health.Guard, health.GuardIsDraw, width);
        if (rows >= 11) yield return new Block.Gap();
        yield return Health(state, bout, SpeedTestKind.Generation, health.Heart, health.HeartIsDraw, width);
        ImmutableArray<Block> words = [.. Words(state, bout, width, rows)];
        ImmutableArray<Block> text = [.. words, .. Facts(bout, width, rows, words.Length)];
        foreach (var block in text) yield return block;
        foreach (var block in Speeds(bout, width, rows - text.Length - (rows >= 11 ? 3 : 2))) yield return block;
    }

    /// <summary>What happens right now, or how it ended.</summary>
    private static IEnumerable<Block> Words(ScreenState state, Bout bout, int width, int rows)
    {
        var (words, role) = bout.Report is { } report ? VerdictLabels.Headline(bout, report, state.Calm) : (BoutWords.Of(bout, state.Calm), Role.Accent);
        return TextWrap.Lines(words, width, rows >= 8 ? 2 : 1).Select(l => new Block.Text(StyledText.Of(l, role)));
    }

    /// <summary>What is run, and what had to be changed about it; small panels keep two rows for the speeds.</summary>
    private static IEnumerable<Block> Facts(Bout bout, int width, int rows, int above)
    {
        var room = rows - above - (rows >= 11 ? 3 : 2) - 2;
        if (rows >= 8 && bout.Subject is { } subject)
        {
            var place = subject.GpuLayers == 0 ? "CPU" : width >= 56 ? $"{subject.GpuLayers} layers on GPU" : $"GPU {subject.GpuLayers}";
            var settings = $"{subject.FileSize} · {QuestLabels.Tokens(subject.Context)} · {subject.Threads} threads · {place}";
            yield return new Block.Text(StyledText.Of(TextWidth.Fit(settings, width), Role.Dim));
            room--;
        }

        foreach (var note in (bout.Progress?.Notes ?? []).Take(2))
        {
            foreach (var line in TextWrap.Lines("! " + note, width, Math.Clamp(room, 0, 2)))
            {
                room--;
                yield return new Block.Text(StyledText.Of(line, Role.Warning));
            }
        }
    }

    /// <summary>How long it will still take; before the first test how long all of them.</summary>
    private static StyledText Clock(Bout? bout) => bout is { Runs: true, Remaining: { } left }
        ? StyledText.Of(bout.Step >= ValidationStep.Prompt ? $"≈ {BoutWords.About(left)} left" : $"≈ {BoutWords.About(left)} of tests", Role.Dim)
        : StyledText.Empty;

    /// <summary>Health for the game; in calm mode the same bar the other way round: what is done.</summary>
    private static Block Health(ScreenState state, Bout bout, SpeedTestKind kind, double left, bool draw, int width)
    {
        var runs = bout.Measured.Of(kind)?.Undisturbed.Count() ?? 0;
        var wanted = bout.Progress?.Job?.Repetitions ?? 0;
        var count = wanted == 0 || bout.Report is not null ? "" : width >= 56 ? $" · {runs} of {wanted} counted" : $" · {runs}/{wanted}";
        var (label, share) = (kind, state.Calm) switch
        {
            (SpeedTestKind.Prompt, false) => ("Guard", left),
            (_, false) => ("Heart", left),
            (SpeedTestKind.Prompt, true) => ("Prompt", 1 - left),
            _ => ("Gener.", 1 - left),
        };
        var name = width >= 56 && !state.Calm ? kind == SpeedTestKind.Prompt ? "prompt " : "generation " : "";
        if (draw) return Undecided(state, label, name, width);
        var value = string.Create(CultureInfo.InvariantCulture, $"{name}{Math.Ceiling(share * 100):0} %{count}");
        var role = state.Calm ? Role.Meter : left > 0.5 ? Role.Upgrade : left > 0.2 ? Role.Warning : Role.Conflict;
        return new Block.Meter(label, share, value, role) { LabelWidth = 6, ValueWidth = width >= 56 ? 34 : 12 };
    }

    /// <summary>A bar that is neither full nor empty: no repetition counted, so nothing is lost and nothing won.</summary>
    private static Block.Text Undecided(ScreenState state, string label, string name, int width)
    {
        var words = name + (state.Calm ? "none counted" : width >= 56 ? "a draw, all missed" : "a draw");
        return new Block.Text(StyledText.Of(label.PadRight(7)).Then(new string('░', Math.Max(4, width - 7 - (width >= 56 ? 35 : 13))), Role.Warning).Then(words.PadLeft(width >= 56 ? 35 : 13)));
    }

    private static IEnumerable<Block> Speeds(Bout bout, int width, int rows)
    {
        var samples = bout.Samples(bout.Shown);
        if (rows < 2 || samples.IsEmpty) yield break;
        var row = bout.Row(bout.Shown);
        var top = Math.Max(samples.Max(), row?.High ?? 0) * 1.02;
        yield return new Block.Text(Caption(bout, samples, row, top, width));
        yield return new Block.Chart(Bars(samples, width), Math.Max(top, 1e-9), Math.Min(rows - 1, 6), Role.Meter);
    }

    /// <summary>A few values stand as bars with gaps between; many become a line.</summary>
    private static ImmutableArray<double> Bars(ImmutableArray<double> samples, int width) =>
        samples.Length * 8 > width ? samples : [.. samples.SelectMany(s => Enumerable.Repeat(s, 6).Concat([0, 0]))];

    /// <summary>The speed of this moment while it runs, afterwards what the test has shown.</summary>
    private static StyledText Caption(Bout bout, ImmutableArray<double> samples, ComparisonRow? row, double top, int width)
    {
        var name = bout.Shown == SpeedTestKind.Prompt ? "prompt" : "generation";
        var speed = !bout.Runs && bout.Measured.Of(bout.Shown) is { Runs.IsEmpty: false } series ? BoutWords.Speed(series) : $"{Figures.Number(samples[^1])} tok/s{(bout.Runs ? " now" : "")}";
        var text = StyledText.Of($"{name} ", Role.Dim).Then(speed, Role.Accent);
        if (row is { Low: { } low, High: { } high }) text = text.Then($"  predicted {Figures.Number(low)}–{Figures.Number(high)}", Role.Dim);
        var scale = text.Then($"  top {Figures.Number(top)}", Role.Dim);
        return scale.Width <= width ? scale : text;
    }
}
