using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Edits of the rig; each can be undone.</summary>
internal static class RigUpdate
{
    private const int MostUndos = 1000;

    public static ScreenState Edit(ScreenState state, Build build)
    {
        if (ReferenceEquals(build, state.Build)) return state;
        var undo = state.Undo.Push(state.Build);
        if (undo.Count() > MostUndos + 100) undo = ImmutableStack.CreateRange(undo.Take(MostUndos).Reverse());
        return state with { Build = build, Undo = undo, Redo = [] };
    }

    public static ScreenState Undo(ScreenState state) => state.Undo.IsEmpty
        ? state
        : state with { Build = state.Undo.Peek(), Undo = state.Undo.Pop(), Redo = state.Redo.Push(state.Build) };

    public static ScreenState Redo(ScreenState state) => state.Redo.IsEmpty
        ? state
        : state with { Build = state.Redo.Peek(), Redo = state.Redo.Pop(), Undo = state.Undo.Push(state.Build) };

    public static ScreenState Equip(ScreenState state, PartKind slot, string partId)
    {
        var count = CandidateListing.CountOf(state.Build, state.Get<BenchScreen>() with { Slot = slot });
        var held = state.Build[slot];
        if (held is [var only] && only.PartId == partId && only.Count == count)
            return state.Saying($"{Name(state, slot, partId)} is already equipped.");
        return Edit(state, state.Build.With(slot, new Selection(partId, count)));
    }

    public static ScreenState AddBeside(ScreenState state, BenchScreen bench)
    {
        if (bench.Selected is not { } candidate) return state;
        var held = state.Build[bench.Slot];
        if (held.Sum(s => s.Count) >= PartLabels.Most(bench.Slot)) return state.Saying(Full(bench.Slot), Role.Warning);
        var at = held.Select((s, i) => (s, i)).Where(p => p.s.PartId == candidate.Part.Id).Select(p => p.i).FirstOrDefault(-1);
        var after = at < 0 ? held.Add(new Selection(candidate.Part.Id)) : held.SetItem(at, held[at] with { Count = held[at].Count + 1 });
        return Edit(state, state.Build.With(bench.Slot, after));
    }

    public static ScreenState Count(ScreenState state, BenchScreen bench, int step)
    {
        var held = state.Build[bench.Slot];
        var most = PartLabels.Most(bench.Slot);
        if (held.IsEmpty)
        {
            var pending = Math.Clamp(bench.PendingCount + step, 1, most);
            return pending == bench.PendingCount && step > 0 ? state.Saying(Full(bench.Slot), Role.Warning) : state.With(bench with { PendingCount = pending });
        }

        var total = held.Sum(s => s.Count);
        if (step > 0 && total >= most) return state.Saying(Full(bench.Slot), Role.Warning);
        if (step < 0 && total <= 1) return state.Saying("Press x to empty the slot.");
        var last = held[^1];
        var after = last.Count + step < 1 ? held.RemoveAt(held.Length - 1) : held.SetItem(held.Length - 1, last with { Count = last.Count + step });
        return Edit(state, state.Build.With(bench.Slot, after));
    }

    public static ScreenState Remove(ScreenState state, BenchScreen bench) =>
        Edit(state, state.Build[bench.Slot].IsEmpty ? state.Build : state.Build.With(bench.Slot));

    public static ScreenState SetQuest(ScreenState state, Func<QuestSpec, QuestSpec> change)
    {
        var spec = change(state.Build.Quest);
        return spec == state.Build.Quest ? state : Edit(state, state.Build with { Quest = spec });
    }

    private static string Full(PartKind slot) => PartLabels.Most(slot) == 1
        ? $"A rig has one {PartLabels.Long(slot).ToLowerInvariant()}."
        : $"At most {PartLabels.Most(slot)} fit into this slot.";

    private static string Name(ScreenState state, PartKind slot, string id) =>
        state.World.Catalog.Find(slot, id) is { } part ? PartLabels.Short(part) : id;
}
