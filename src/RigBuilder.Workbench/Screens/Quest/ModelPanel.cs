using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>About the chosen model.</summary>
internal static class ModelPanel
{
    public static Panel Draw(ScreenState state, Rect area)
    {
        var blocks = state.Appraisal.Quest.Model is { } model ? About(model, area.Width - 4) : Welcome(area.Width - 4);
        var title = state.Appraisal.Quest.Model?.Name ?? "Welcome";
        return new Panel(PanelId.QuestModel, area, StyledText.Of(title, Role.Title), new PanelContent.Document(blocks));
    }

    private static ImmutableArray<Block> About(LlmModel model, int width)
    {
        var experts = model.Shape.Experts is { } e ? $"{e.Count} experts, {e.Used} used per token" : "dense";
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(Pair("Family", model.Family));
        blocks.Add(Pair("Parameters", model.ActiveParameters < model.Parameters
            ? $"{QuantityText.Number(model.Parameters / 1e9)}B, {QuantityText.Number(model.ActiveParameters / 1e9)}B active"
            : $"{QuantityText.Number(model.Parameters / 1e9)}B"));
        blocks.Add(Pair("Layers", $"{model.Shape.Layers} × {QuantityText.Number(model.Shape.Hidden, 0)}, {experts}"));
        blocks.Add(Pair("Attention", $"{model.Shape.Heads} heads, {model.Shape.KvHeads} for keys and values"));
        blocks.Add(Pair("Trained context", QuestLabels.Tokens(model.TrainedContext)));
        if (model.Note is { } note)
        {
            blocks.Add(new Block.Gap());
            foreach (var line in TextWrap.Lines(note, width)) blocks.Add(new Block.Text(StyledText.Of(line, Role.Dim)));
        }

        return blocks.ToImmutable();
    }

    private static ImmutableArray<Block> Welcome(int width)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var paragraph in new[]
        {
            "RigBuilder picks PC parts that run a language model at home, and says beforehand how fast.",
            "1. Choose the model and how you will use it.",
            "2. Equip a rig in the workbench; every part shows what it would change.",
        })
        {
            foreach (var line in TextWrap.Lines(paragraph, width)) blocks.Add(new Block.Text(StyledText.Of(line, Role.Normal)));
        }

        return blocks.ToImmutable();
    }

    private static Block.Pair Pair(string label, string value) => new(StyledText.Of(label, Role.Dim), StyledText.Of(value));
}
