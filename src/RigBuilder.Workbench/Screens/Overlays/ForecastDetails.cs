using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The prediction with every term and what it rests on.</summary>
internal static class ForecastDetails
{
    public static Overlay Of(Appraised appraisal)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var forecast = appraisal.Forecast;
        if (forecast.Memory is { } memory)
        {
            Title(blocks, $"Memory: {memory.Total}");
            foreach (var device in memory.PerDevice)
                blocks.Add(new Block.Pair(StyledText.Of($"  {PartLabels.Short(device.Device)}, {device.Layers} layers"), StyledText.Of(Figures.Of(device.Total, device.Usable))));
            Terms(blocks, memory.Terms);
        }

        if (forecast.Decode is { } decode)
        {
            Title(blocks, $"Generation: {decode.Value}, range {Figures.Range(decode)}, {Figures.Of(decode.Basis)}");
            if (decode.Limit is { } limit) Wrap(blocks, $"  limited by {limit}", Role.Accent);
            Terms(blocks, decode.Terms);
        }

        if (forecast.Prompt is { } prompt) Section(blocks, $"Prompt: {prompt.Value}, range {Figures.Range(prompt)}", prompt.Terms);
        if (forecast.Load is { } load) Section(blocks, $"Load: {load.Value}", load.Terms);
        Section(blocks, $"Power: {forecast.Power.Generating} generating, {forecast.Power.Rated} rated, {forecast.Power.Peak} peak", forecast.Power.Terms);
        if (forecast.Placement is { } placement)
        {
            Title(blocks, "Launch line");
            Wrap(blocks, placement.Launch, Role.Normal);
        }

        foreach (var assumption in forecast.Assumptions) Wrap(blocks, "· " + assumption, Role.Dim);
        if (appraisal.Grade.Reasons.Length > 0)
        {
            Title(blocks, $"Grade {appraisal.Grade.Letter}{(appraisal.Grade.Provisional ? " so far" : "")}");
            foreach (var reason in appraisal.Grade.Reasons) Wrap(blocks, reason, Role.Normal);
        }

        return new Overlay.Details("Prediction, term by term", blocks.ToImmutable());
    }

    private static void Section(ImmutableArray<Block>.Builder blocks, string title, ImmutableArray<Term> terms)
    {
        Title(blocks, title);
        Terms(blocks, terms);
    }

    private static void Title(ImmutableArray<Block>.Builder blocks, string title)
    {
        if (blocks.Count > 0) blocks.Add(new Block.Gap());
        Wrap(blocks, title, Role.Title);
    }

    private static void Terms(ImmutableArray<Block>.Builder blocks, ImmutableArray<Term> terms)
    {
        foreach (var term in terms)
            blocks.Add(new Block.Pair(StyledText.Of("  " + PartLabels.Short(term.Name)), StyledText.Of(term.Value.ToString()).Then("  " + Figures.Of(term.Basis), Role.Dim)));
    }

    private static void Wrap(ImmutableArray<Block>.Builder blocks, string text, Role role)
    {
        foreach (var line in TextWrap.Lines(text, Overlay.DetailsWidth)) blocks.Add(new Block.Text(StyledText.Of(line, role)));
    }
}
