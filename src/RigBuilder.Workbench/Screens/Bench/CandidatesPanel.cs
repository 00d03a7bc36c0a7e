using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The parts that could go into the slot, each with what taking it would do.</summary>
internal static class CandidatesPanel
{
    public static Panel Draw(ScreenState state, BenchScreen bench, BenchLayout layout)
    {
        var area = layout.Candidates;
        var visible = layout.CandidateRows;
        var cursor = bench.Candidates.Shown(visible, bench.Listed.Length);
        var equipped = state.Build[bench.Slot].Select(s => s.PartId).ToHashSet(StringComparer.Ordinal);
        var content = new PanelContent.Table(Columns(bench.Slot), [.. bench.Listed.Skip(cursor.Top).Take(visible).Select(c => Row(c, equipped.Contains(c.Part.Id)))])
        {
            Top = cursor.Top,
            Total = bench.Listed.Length,
            Selected = bench.Listed.IsEmpty ? -1 : cursor.Selected,
            Footer = Footer(state, bench, equipped, area.Width - 4, layout.CandidateFooter),
            Empty = Nothing(bench, area.Width - 4),
        };
        return new Panel(PanelId.Candidates, area, Title(state, bench), content)
        {
            Focused = bench.Focus == PanelId.Candidates && state.Overlay is null or Overlay.Filter,
            Corner = Corner(bench, cursor),
            TitleField = state.Overlay is Overlay.Filter filter ? new TextField("/", filter.Editor.Text, filter.Editor.Caret) : null,
        };
    }

    private static ImmutableArray<Column> Columns(PartKind slot) =>
    [
        new Column("", 1), new Column("", 16) { Grows = true }, .. PartStats.Columns(slot),
        new Column("tok/s", 6) { AlignRight = true, Rank = 3 }, new Column("▲▼", 6) { AlignRight = true },
        new Column("ΔW", 6) { AlignRight = true, Rank = 2 }, new Column("ΔUSD", 7) { AlignRight = true },
    ];

    private static TableRow Row(Candidate candidate, bool equipped)
    {
        var locked = !candidate.IsCompatible;
        var (first, second) = PartStats.Of(candidate.Part);
        var name = PartLabels.Short(candidate.Part) + (candidate.Part.Price is { Condition: not PartCondition.New, IsEstimate: false } ? " (used)" : "");
        if (locked && !equipped)
        {
            return TableRow.Of(StyledText.Of("✗", Role.Conflict), StyledText.Of(name, Role.Locked), StyledText.Of(first, Role.Locked), StyledText.Of(second, Role.Locked),
                Speed(candidate, Role.Locked), Figures.Gain(candidate.Deltas.Decode).As(Role.Locked),
                Figures.Cost(candidate.Deltas.Watts).As(Role.Locked), Price(candidate).As(Role.Locked));
        }

        var warned = candidate.After.Verdict.Findings.Any(f => f.Severity == Severity.Warning && f.Slot == candidate.Part.Kind);
        var mark = equipped ? StyledText.Of("●", locked ? Role.Conflict : Role.Equipped) : warned ? StyledText.Of("!", Role.Warning) : StyledText.Of("✓", Role.Upgrade);
        return TableRow.Of(mark, StyledText.Of(name, equipped ? Role.Equipped : Role.Normal), first, StyledText.Of(second, Role.Dim),
            Speed(candidate, Role.Normal), Gain(candidate), Figures.Cost(candidate.Deltas.Watts), Price(candidate));
    }

    private static StyledText Speed(Candidate candidate, Role role) =>
        candidate.After.Forecast.Decode is { } decode ? StyledText.Of(Figures.Number(decode.Value.Value), role) : StyledText.Of("–", Role.Dim);

    private static StyledText Gain(Candidate candidate) => (candidate.Deltas.Decode, candidate.After.Forecast.Decode) switch
    {
        (null, { } decode) => StyledText.Of("▲" + Figures.Number(decode.Value.Value), Role.Upgrade),
        var (delta, _) => Figures.Gain(delta),
    };

    private static StyledText Price(Candidate candidate) => candidate.Part.Price switch
    {
        null => StyledText.Of("?", Role.Dim),
        { IsEstimate: true } => StyledText.Of("≈", Role.Dim) + Figures.Cost(candidate.Deltas.Price),
        _ => Figures.Cost(candidate.Deltas.Price),
    };

    private static StyledText Title(ScreenState state, BenchScreen bench)
    {
        var count = Update.CandidateListing.CountOf(state.Build, bench);
        var title = StyledText.Of(PartLabels.Long(bench.Slot), Role.Title);
        if (count > 1) title = title.Then($" ×{count}", Role.Accent);
        if (state.Overlay is Overlay.Filter) return title;
        if (bench.Filter.Length > 0) title = title.Then($"  /{bench.Filter}", Role.Match);
        if (bench.Cure is { } cure) title = title.Then($"  so that: {cure.Title}", Role.Match);
        return bench.CompatibleOnly ? title.Then("  only what fits", Role.Match) : title;
    }

    private static StyledText Corner(BenchScreen bench, ListCursor cursor)
    {
        var sort = bench.Sort switch
        {
            CandidateSort.Speed => "fastest",
            CandidateSort.Price => "cheapest",
            CandidateSort.Value => "best value",
            CandidateSort.Power => "least power",
            CandidateSort.Name => "by name",
            _ => "best",
        };
        var position = bench.Listed.IsEmpty ? "0" : $"{cursor.Selected + 1}/{bench.Listed.Length}";
        if (bench.Scan is { IsComplete: false } scan) position += $" · tried {scan.Candidates.Length} of {scan.Parts.Count}";
        return StyledText.Of($"{sort} first · {position}".Replace("by name first", "by name", StringComparison.Ordinal), Role.Dim);
    }

    private static ImmutableArray<StyledText> Footer(ScreenState state, BenchScreen bench, HashSet<string> equipped, int width, int most)
    {
        var blank = Enumerable.Repeat(StyledText.Empty, most);
        if (bench.Selected is not { } candidate) return [.. blank];
        IEnumerable<StyledText> lines;
        if (candidate.NewErrors is [var error, ..])
        {
            var more = candidate.NewErrors.Length > 1 ? $" (+{candidate.NewErrors.Length - 1} more, i shows all)" : "";
            lines = TextWrap.Lines($"✗ {error.Message}{more}", width, most).Select(l => StyledText.Of(l, Role.Conflict));
        }
        else
        {
            var text = StyledText.Of(equipped.Contains(candidate.Part.Id) ? "● equipped" : "✓ fits", Role.Upgrade).Then($"  {candidate.Part.Name}", Role.Normal);
            if (candidate.Part.Price is { } price) text = text.Then($"  {price.Amount}{(price.Condition == PartCondition.Used ? " used" : "")}", Role.Dim);
            lines = [text, Outlook(state, candidate)];
        }

        return [.. lines.Concat(blank).Take(most)];
    }

    private static StyledText Outlook(ScreenState state, Candidate candidate)
    {
        var fewer = state.Findings.Count(f => f.Severity == Severity.Error) - candidate.After.Verdict.Findings.Count(f => f.Severity == Severity.Error);
        if (fewer > 0) return StyledText.Of($"Cures {fewer} error{(fewer == 1 ? "" : "s")}.", Role.Upgrade);
        var warning = candidate.After.Verdict.Findings.FirstOrDefault(f => f.Severity == Severity.Warning && f.Slot == candidate.Part.Kind);
        if (warning is not null) return StyledText.Of("! " + warning.Message, Role.Warning);
        return StyledText.Of(candidate.Part.Note ?? "", Role.Dim);
    }

    private static ImmutableArray<StyledText> Nothing(BenchScreen bench, int width)
    {
        var why = bench.Scan is { Candidates.IsEmpty: true } ? $"The catalog has no parts for this slot ({PartLabels.Long(bench.Slot).ToLowerInvariant()})."
            : bench.Cure is { } cure ? $"No part of this slot alone brings it about that: {cure.Title}. Esc shows all; perhaps another slot or a lighter quest helps."
            : bench.Filter.Length > 0 ? $"No part has \"{bench.Filter}\" in its name. Esc drops the filter."
            : "Nothing fits the rig as it is. Press c to see the parts that do not, and why.";
        return [StyledText.Empty, .. TextWrap.Lines(why, width).Select(l => StyledText.Of(l, Role.Dim))];
    }
}
