using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>What each quantisation needs, and whether the present rig holds it.</summary>
internal static class QuantsPanel
{
    public static Panel Draw(ScreenState state, QuestScreen quest, QuestLayout layout)
    {
        var rows = layout.QuantRows;
        var cursor = quest.Quants.Shown(rows, quest.Previews.Length);
        var chosen = state.Appraisal.Quest.Quant?.Id;
        var hasRig = !state.Appraisal.Rig.Gpus.IsEmpty || state.Appraisal.Rig.Cpu is not null;
        var content = new PanelContent.Table(
            [new Column("", 1), new Column("Quant", 7) { Grows = true }, new Column("bits", 5) { AlignRight = true, Rank = 3 }, new Column("Needs", 8) { AlignRight = true },
                new Column("This rig", 13) { Rank = 1 }, new Column("tok/s", 6) { AlignRight = true, Rank = 2 }],
            [.. quest.Previews.Skip(cursor.Top).Take(rows).Select(p => Row(p, p.Quant.Id == chosen, hasRig))])
        {
            Top = cursor.Top,
            Total = quest.Previews.Length,
            Selected = quest.Previews.IsEmpty ? -1 : cursor.Selected,
            Footer = Footer(quest, cursor, layout),
            Empty = [StyledText.Empty, .. TextWrap.Lines("With a model chosen, this table shows the memory that each quantisation needs and what your rig makes of it.", layout.Quants.Width - 4).Select(l => StyledText.Of(l, Role.Dim))],
        };
        return new Panel(PanelId.QuestQuants, layout.Quants, StyledText.Of("Quantisations", Role.Title), content)
        {
            Focused = quest.Focus == PanelId.QuestQuants && state.Overlay is null,
            Corner = quest.Previews.IsEmpty ? StyledText.Empty : StyledText.Of(QuestLabels.Tokens(state.Appraisal.Quest.Context), Role.Dim),
        };
    }

    private static TableRow Row(QuantPreview preview, bool chosen, bool hasRig)
    {
        var forecast = preview.Forecast;
        var (text, role) = !hasRig ? ("no parts yet", Role.Dim) : forecast.Placement?.Mode switch
        {
            PlacementMode.SingleGpu => ("✓ one card", Role.Upgrade),
            PlacementMode.MultiGpu => ("✓ split", Role.Upgrade),
            PlacementMode.Partial => ("! partly CPU", Role.Warning),
            PlacementMode.CpuOnly => ("◇ CPU only", Role.Advice),
            PlacementMode.DoesNotFit => ("✗ too large", Role.Conflict),
            _ => ("–", Role.Dim),
        };
        return TableRow.Of(
            chosen ? StyledText.Of("●", Role.Equipped) : StyledText.Empty,
            StyledText.Of(preview.Quant.Name, chosen ? Role.Equipped : Role.Normal),
            StyledText.Of(QuantityText.Number(preview.Quant.BitsPerWeight, 1), Role.Dim),
            StyledText.Of(forecast.Memory?.Total.ToString() ?? "–"),
            StyledText.Of(text, role),
            forecast.Decode is { } decode ? StyledText.Of(Figures.Number(decode.Value.Value)) : StyledText.Of("–", Role.Dim));
    }

    private static ImmutableArray<StyledText> Footer(QuestScreen quest, ListCursor cursor, QuestLayout layout)
    {
        if (quest.Previews.IsEmpty) return [];
        var preview = quest.Previews[cursor.Selected];
        var lines = new List<StyledText>();
        if (preview.Forecast.Memory is { } memory)
            lines.Add(StyledText.Of($"weights {memory.Weights} + cache {memory.Kv} + compute {memory.Compute}", Role.Dim));
        var note = preview.Quant.PerplexityIncreasePercent is { } loss ? $"perplexity +{QuantityText.Number(loss)} % over F16 (8B). " : "";
        lines.Add(StyledText.Of(note + (preview.Quant.Note ?? ""), Role.Dim));
        return [.. lines.Concat(Enumerable.Repeat(StyledText.Empty, 2)).Take(layout.QuantFooter)];
    }
}
