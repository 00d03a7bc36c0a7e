using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The quest screen.</summary>
internal static class QuestView
{
    public static ImmutableArray<Panel> Draw(ScreenState state, QuestScreen quest, Size size)
    {
        var layout = QuestLayout.Of(size, quest.Focus);
        var panels = ImmutableArray.CreateBuilder<Panel>();
        if (!layout.Form.IsEmpty) panels.Add(Form(state, quest, layout));
        if (!layout.Model.IsEmpty) panels.Add(ModelPanel.Draw(state, layout.Model));
        if (!layout.Quants.IsEmpty) panels.Add(QuantsPanel.Draw(state, quest, layout));
        return panels.ToImmutable();
    }

    private static Panel Form(ScreenState state, QuestScreen quest, QuestLayout layout)
    {
        var fields = Enum.GetValues<QuestField>();
        var content = new PanelContent.Table(
            [new Column("", 15), new Column("", 12) { Grows = true }],
            [.. fields.Select(f => TableRow.Of(StyledText.Of(QuestLabels.Of(f), Role.Dim), Value(state, f, f == quest.Field && quest.Focus == PanelId.QuestForm)))])
        {
            Headings = false,
            Total = fields.Length,
            Selected = (int)quest.Field,
            Footer = Footer(state, quest, layout),
        };
        return new Panel(PanelId.QuestForm, layout.Form, StyledText.Of("What must it run?", Role.Title), content)
        {
            Focused = quest.Focus == PanelId.QuestForm && state.Overlay is null,
        };
    }

    private static StyledText Value(ScreenState state, QuestField field, bool chosen)
    {
        var text = QuestLabels.Value(field, state.Appraisal.Quest, state.Build.Quest);
        var role = text switch
        {
            "not chosen" => Role.Warning,
            "open" or "any" or "planned" => Role.Dim,
            _ when text.EndsWith("(not in the catalog)", StringComparison.Ordinal) => Role.Conflict,
            _ => field is QuestField.Model or QuestField.Quant ? Role.Accent : Role.Normal,
        };
        if (!chosen) return StyledText.Of("  " + text, role);
        return field is QuestField.Model or QuestField.Settings
            ? StyledText.Of("  " + text, role).Then("  ⏎", Role.Key)
            : StyledText.Of("◂ ", Role.Key).Then(text, role).Then(" ▸", Role.Key);
    }

    private static ImmutableArray<StyledText> Footer(ScreenState state, QuestScreen quest, QuestLayout layout)
    {
        var width = layout.Form.Width - 4;
        if (state.Appraisal.Quest.Model is null && quest.Field == QuestField.Model)
        {
            return [.. TextWrap.Lines("Start here: press Enter and choose the model this rig must run. Then press 2 to pick parts for it.", width, layout.FormFooter)
                .Select(l => StyledText.Of(l, Role.Accent)).Concat(Blank).Take(layout.FormFooter)];
        }

        return [.. TextWrap.Lines(QuestLabels.Explain(quest.Field), width, layout.FormFooter).Select(l => StyledText.Of(l, Role.Dim)).Concat(Blank).Take(layout.FormFooter)];
    }

    private static IEnumerable<StyledText> Blank => Enumerable.Repeat(StyledText.Empty, 8);
}
