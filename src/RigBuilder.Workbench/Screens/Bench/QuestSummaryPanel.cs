using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>What the rig is for, beside the slots.</summary>
internal static class QuestSummaryPanel
{
    public static Panel Draw(ScreenState state, Rect area)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var quest = state.Appraisal.Quest;
        if (quest.Model is null)
        {
            foreach (var line in TextWrap.Lines("No model chosen yet. Press 1 and choose what this rig must run.", area.Width - 4))
                blocks.Add(new Block.Text(StyledText.Of(line, Role.Accent)));
        }
        else
        {
            foreach (var field in Enum.GetValues<QuestField>())
            {
                if (field != QuestField.Settings || SettingLabels.Summary(quest) != "planned")
                    blocks.Add(new Block.Pair(StyledText.Of(QuestLabels.Of(field), Role.Dim), Value(field, quest, state.Build.Quest)));
            }
        }

        if (state.Appraisal.Rig.Parts.Any()) Placement(blocks, state.Appraisal.Forecast, area.Width - 4);
        return new Panel(PanelId.QuestSummary, area, StyledText.Of("Quest", Role.Title), new PanelContent.Document(blocks.ToImmutable()));
    }

    private static StyledText Value(QuestField field, Quest quest, QuestSpec spec)
    {
        var value = QuestLabels.Value(field, quest, spec);
        return StyledText.Of(value, field == QuestField.Model ? Role.Accent : value is "open" or "any" ? Role.Dim : Role.Normal);
    }

    private static void Placement(ImmutableArray<Block>.Builder blocks, Forecast forecast, int width)
    {
        if (forecast.Placement is not { } placement) return;
        blocks.Add(new Block.Gap());
        var mode = placement.Mode switch
        {
            PlacementMode.SingleGpu => "Wholly on one graphics card",
            PlacementMode.MultiGpu => "Split over the graphics cards",
            PlacementMode.Partial => $"{placement.GpuLayers} of {placement.TotalLayers} layers on graphics cards",
            PlacementMode.CpuOnly => "Wholly in system memory",
            _ => "Does not fit",
        };
        blocks.Add(new Block.Text(StyledText.Of(mode, placement.Mode == PlacementMode.DoesNotFit ? Role.Conflict : Role.Normal)));
        if (placement.LargestContext is { } largest) blocks.Add(new Block.Pair(StyledText.Of("Longest context", Role.Dim), QuestLabels.Tokens(largest)));
        if (placement.Shortfall is { } shortfall)
            foreach (var line in TextWrap.Lines(shortfall, width)) blocks.Add(new Block.Text(StyledText.Of(line, Role.Warning)));
        foreach (var line in TextWrap.Lines(placement.Launch, width)) blocks.Add(new Block.Text(StyledText.Of(line, Role.Dim)));
    }
}
