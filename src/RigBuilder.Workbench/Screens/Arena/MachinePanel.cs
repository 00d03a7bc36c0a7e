using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>This machine, part by part, and where the picked rig differs from it.</summary>
internal static class MachinePanel
{
    private const int LabelWidth = 7;

    public static Panel Draw(ScreenState state, ArenaScreen arena, Rect area)
    {
        return ArenaView.Document(state, arena, PanelId.ArenaMachine, area, StyledText.Of(area.Width >= 38 ? "Measured: this machine" : "This machine", Role.Title), [.. Blocks(state, arena, area)], arena.MachineTop);
    }

    /// <summary>Rows that can be scrolled away.</summary>
    public static int MostTop(ScreenState state, ArenaScreen arena, Rect area) => Math.Max(0, Blocks(state, arena, area).Sum(b => b.Rows) - area.Inner.Height);

    private static IEnumerable<Block> Blocks(ScreenState state, ArenaScreen arena, Rect area) =>
        arena.Machine is { } machine ? Found(state, machine, area.Width - 4, area.Inner.Height >= 10) : Looking(area.Width - 4);

    private static IEnumerable<Block> Looking(int width) => Lines("Looking at this machine: whatever rig you picked, this is the one that is measured.", width, Role.Dim);

    private static IEnumerable<Block> Found(ScreenState state, FoundMachine machine, int width, bool roomy)
    {
        foreach (var block in Conclusion(state, machine, width, roomy)) yield return block;
        if (roomy) yield return new Block.Gap();
        foreach (var kind in (PartKind[])[PartKind.Cpu, PartKind.Gpu, PartKind.Memory, PartKind.Motherboard, PartKind.Ssd])
            foreach (var block in Part(state, machine, kind, width, roomy)) yield return block;
    }

    private static IEnumerable<Block> Conclusion(ScreenState state, FoundMachine machine, int width, bool roomy)
    {
        var rig = state.Build;
        if (!state.Appraisal.Rig.Parts.Any()) return Lines("It is measured against its own prediction.", width, Role.Normal);
        if (machine.Is(rig)) return Lines(roomy ? $"This is your rig {rig.Name}, by processor and cards." : "It is your rig.", width, Role.Upgrade);
        var text = roomy
            ? $"This is not your rig {rig.Name}. What runs here is compared with what is predicted for this machine."
            : TextWidth.Fit($"Not {rig.Name}", width);
        return Lines(text, width, Role.Warning);
    }

    private static IEnumerable<Block> Part(ScreenState state, FoundMachine machine, PartKind kind, int width, bool roomy)
    {
        var found = machine.Of(kind).ToList();
        var held = state.Build[kind];
        if (found.Count == 0 && kind is not (PartKind.Gpu or PartKind.Cpu)) yield break;
        var name = found.Count == 0 ? "none found" : string.Join(" + ", found.Select(p => (p.Count > 1 ? $"{p.Count}× " : "") + Name(state, p)));
        var (mark, role) = held.IsEmpty && found.Count == 0 ? ("=", Role.Dim) : machine.Agrees(state.Build, kind) switch
        {
            _ when held.IsEmpty => ("·", Role.Dim),
            true => ("=", Role.Upgrade),
            false => ("!", Role.Warning),
            null => ("?", Role.Dim),
        };
        var label = StyledText.Of(PartLabels.Short(kind).PadRight(LabelWidth - 1), Role.Dim);
        yield return new Block.Text(label + StyledText.Of(mark + " ", role).Then(TextWidth.Fit(name, Math.Max(4, width - LabelWidth - 1))));
        if (!roomy) yield break;
        if (mark is "!" or "?" && !held.IsEmpty)
        {
            var rig = string.Join(" + ", held.Select(s => (s.Count > 1 ? $"{s.Count}× " : "") + (state.World.Catalog.Find(kind, s.PartId) is { } part ? PartLabels.Short(part) : s.PartId)));
            yield return new Block.Text(StyledText.Of(new string(' ', LabelWidth) + TextWidth.Fit("  rig: " + rig, Math.Max(4, width - LabelWidth)), Role.Accent));
        }

        foreach (var part in found.Where(p => p.PartId is null && p.Note.Length > 0).DistinctBy(p => p.Note))
            foreach (var line in TextWrap.Lines(part.Note, Math.Max(8, width - LabelWidth - 2)))
                yield return new Block.Text(StyledText.Of(new string(' ', LabelWidth + 2) + line, Role.Dim));
    }

    private static string Name(ScreenState state, FoundPart part) =>
        part.PartId is { } id && state.World.Catalog.Find(part.Kind, id) is { } known ? PartLabels.Short(known) : part.Name;

    private static IEnumerable<Block> Lines(string text, int width, Role role) => TextWrap.Lines(text, width).Select(l => new Block.Text(StyledText.Of(l, role)));
}
