using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>Grade, meters and figures of a rig, with those of a previewed one beside them.</summary>
internal sealed class StatSheet(Appraised now, Appraised? preview, int width, bool tall, bool calm)
{
    private readonly Appraised _shown = preview ?? now;

    public ImmutableArray<Block> Blocks()
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        Headline(blocks);
        if (tall) blocks.Add(new Block.Gap());
        blocks.AddRange(new Meters(now, preview, width).Blocks());
        if (tall) blocks.Add(new Block.Gap());
        if (tall) Tall(blocks);
        else Short(blocks);
        return blocks.ToImmutable();
    }

    private void Headline(ImmutableArray<Block>.Builder blocks)
    {
        ImmutableArray<StyledText> lines = [Speed(), Basis(), Score()];
        if (calm) blocks.AddRange(lines.Take(2).Select(l => new Block.Text(l)));
        else blocks.Add(new Block.Banner(_shown.Grade.Letter, GradeRole(_shown.Grade.Letter), lines));
    }

    private StyledText Speed()
    {
        if (_shown.Forecast.Decode is not { } decode) return StyledText.Of(!_shown.Quest.IsComplete ? "no quest yet" : _shown.Rig.Parts.Any() ? "does not run" : "no parts yet", Role.Dim);
        var text = StyledText.Of($"{Figures.Number(decode.Value.Value)} tok/s", Role.Accent);
        if (preview is null) return text;
        return now.Forecast.Decode is { } before ? (text + "  ") + Figures.Gain(decode.Value.Value - before.Value.Value) : text.Then("  ▲", Role.Upgrade);
    }

    private StyledText Basis() => _shown.Forecast.Decode is { } decode
        ? StyledText.Of($"{Figures.Range(decode)} · {Figures.Of(decode.Basis)}", Role.Dim)
        : StyledText.Of(_shown.Rig.Parts.Any() ? _shown.Forecast.Placement?.Shortfall ?? "" : "", Role.Dim);

    private StyledText Score()
    {
        if (_shown.Grade.Letter == '-') return StyledText.Of("not graded yet", Role.Dim);
        var text = StyledText.Of($"grade {_shown.Grade.Letter} · {_shown.Grade.Score}/100{(_shown.Grade.Provisional ? " so far" : "")}", Role.Dim);
        return preview is not null && preview.Grade.Score != now.Grade.Score ? (text + " ") + Figures.Gain(preview.Grade.Score - now.Grade.Score) : text;
    }

    private void Short(ImmutableArray<Block>.Builder blocks)
    {
        blocks.Add(Pair("Prompt", f => f.Prompt?.Value.ToString()));
        blocks.Add(Pair("TTFT, load", f => $"{f.FirstToken?.Value.ToString() ?? "–"} · {f.Load?.Value.ToString() ?? "–"}"));
        blocks.Add(Pair("Total", f => $"{f.Power.Generating} · {f.Price.Short}"));
    }

    private void Tall(ImmutableArray<Block>.Builder blocks)
    {
        blocks.Add(Pair("Prompt", f => f.Prompt?.Value.ToString()));
        blocks.Add(Pair("First token after", f => f.FirstToken?.Value.ToString()));
        blocks.Add(Pair("Load", f => f.Load?.Value.ToString()));
        blocks.Add(Pair("Memory bandwidth", f => f.SystemMemory?.Bandwidth.ToString()));
        blocks.Add(new Block.Gap());
        blocks.Add(Pair("Draws, generating", f => f.Power.Generating.ToString()));
        blocks.Add(Pair("Supply wanted", f => f.Power.Rated.Value > 0 ? f.Power.RecommendedPsu?.ToString() : null));
        blocks.Add(Pair("Energy, 1M tokens", f => f.Power.PerMillionTokens?.ToString()));
        blocks.Add(new Block.Gap());
        blocks.Add(Pair("Price", f => f.Price.Short));
        blocks.Add(Pair("Price per tok/s", f => f.Price.PerTokenRate?.ToString()));
        if (calm || _shown.Grade.Letter == '-' || _shown.Grade.Reasons.IsEmpty) return;
        blocks.Add(new Block.Gap());
        blocks.Add(new Block.Text(StyledText.Of(_shown.Grade.Letter == 'F' ? "What makes it an F" : "What costs points", Role.Dim)));
        foreach (var reason in _shown.Grade.Reasons.Take(4)) blocks.Add(new Block.Text(StyledText.Of(reason)));
    }

    private Block.Pair Pair(string label, Func<Forecast, string?> value)
    {
        var (before, after) = (value(now.Forecast) ?? "–", value(_shown.Forecast) ?? "–");
        var text = StyledText.Of(after, after == "–" ? Role.Dim : Role.Normal);
        if (before != after) text = TextWidth.Of(label) + TextWidth.Of(before) + TextWidth.Of(after) + 5 <= width && before != "–"
            ? StyledText.Of(before + " → ", Role.Dim).Then(after, Role.Accent)
            : StyledText.Of(after, Role.Accent);
        return new Block.Pair(StyledText.Of(label, Role.Dim), text);
    }

    private static Role GradeRole(char letter) => letter switch
    {
        'S' => Role.Achievement,
        'A' or 'B' => Role.Upgrade,
        'C' or 'D' => Role.Warning,
        '-' => Role.Dim,
        _ => Role.Conflict,
    };
}
