using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>
/// Brings everything that is derived up to date after a message: appraisal, what-if results of the shown slot, previews per
/// quantisation, filtered lists, scroll positions. Only what its sources changed for is made again.
/// </summary>
internal static class Refresher
{
    public static Step Refresh(ScreenState before, ScreenState after)
    {
        var effects = ImmutableArray<Effect>.Empty;
        var state = after;
        if (!ReferenceEquals(before.Build, state.Build) || !ReferenceEquals(before.World, state.World))
        {
            var appraisal = state.World.Appraiser.Appraise(state.Build);
            state = Celebrate(before, state with { Appraisal = appraisal });
        }

        if (!ReferenceEquals(before.Build, state.Build) || !ReferenceEquals(before.Saved, state.Saved) || before.Path != state.Path)
            effects = [new Effect.Autosave(state.Build, state.Path, state.Unsaved)];

        if ((!ReferenceEquals(before.World, state.World) || before.Build.Quest.ModelId != state.Build.Quest.ModelId)
            && state.Build.Quest.ModelId is { } model && state.World.Catalog.Names.Unread(model) is { } file)
            effects = effects.Add(new Effect.ReadModel(model, file, state.Path));

        state = state.Screen switch
        {
            BenchScreen bench => state.With(CandidateListing.Refresh(state, bench)),
            QuestScreen quest => state.With(Refresh(state, quest)),
            CodexScreen codex => state.With(Refresh(state, codex)),
            _ => state,
        };
        if (state.Screen is ArenaScreen { Machine: null, Looking: false } arena)
        {
            state = state.With(arena with { Looking = true });
            effects = effects.Add(new Effect.LookAtMachine());
        }

        if (state.Screen is BenchScreen { Scan: { IsComplete: false } scan } && !ReferenceEquals(scan, before.Get<BenchScreen>().Scan))
            effects = effects.Add(new Effect.ContinueScan());
        if (state.Overlay is Overlay.Picker picker)
            state = state.Replaced(picker with { Cursor = picker.Cursor.Shown(OverlayLayout.PickerRows(state.Size), picker.Matching.Length) });
        return new Step(state, effects);
    }

    private static ScreenState Celebrate(ScreenState before, ScreenState state)
    {
        if (state.Calm || state.Notice is not null) return state;
        var known = before.Appraisal.Verdict.Findings.Where(f => f.Severity == Severity.Achievement).Select(f => f.RuleId).ToHashSet();
        var earned = state.Appraisal.Verdict.Findings.FirstOrDefault(f => f.Severity == Severity.Achievement && !known.Contains(f.RuleId));
        return earned is null ? state : state.Saying($"★ {earned.Title}", Role.Achievement);
    }

    private static QuestScreen Refresh(ScreenState state, QuestScreen quest)
    {
        if (!ReferenceEquals(quest.PreviewedFor, state.Build)) quest = Preview(state, quest);
        return quest with { Quants = quest.Quants.Shown(QuestLayout.Of(state.Size, quest.Focus).QuantRows, quest.Previews.Length) };
    }

    private static QuestScreen Preview(ScreenState state, QuestScreen quest)
    {
        var spec = state.Build.Quest;
        ImmutableArray<QuantPreview> previews = state.Appraisal.Quest.Model is null
            ? []
            : [.. state.World.Catalog.Quants.Items.OrderByDescending(q => q.BitsPerWeight)
                .Select(q => new QuantPreview(q, state.World.Appraiser.Forecast(state.Build with { Quest = spec with { QuantId = q.Id } })))];
        var chosen = previews.Select((p, i) => (p, i)).Where(p => p.p.Quant.Id == state.Appraisal.Quest.Quant?.Id).Select(p => p.i).FirstOrDefault(-1);
        var cursor = chosen >= 0 && quest.Focus != PanelId.QuestQuants ? quest.Quants with { Selected = chosen } : quest.Quants;
        return quest with { Previews = previews, PreviewedFor = state.Build, Quants = cursor };
    }

    private static CodexScreen Refresh(ScreenState state, CodexScreen codex)
    {
        if (codex.ListedFor != (state.World.Codex, codex.Filter))
        {
            var listed = WordFilter.Apply(codex.Filter, state.World.Codex, e => $"{e.Group} {e.Id} {e.Title}");
            codex = codex with { Listed = listed, ListedFor = (state.World.Codex, codex.Filter) };
        }

        return codex with { Entries = codex.Entries.Shown(CodexLayout.Of(state.Size, codex.Focus).Rows, codex.Listed.Length) };
    }
}
