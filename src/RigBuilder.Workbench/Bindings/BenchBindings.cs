using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;
using RigBuilder.Workbench.Update;

namespace RigBuilder.Workbench.Bindings;

/// <summary>Keys of the workbench.</summary>
internal static class BenchBindings
{
    public static ImmutableArray<Binding> All { get; } =
    [
        Bind.Of(BindingContext.Slots, "Enter Right l", "choose a part", "Go to the parts for this slot", new Message.Activate()) with { Hint = 1 },
        Bind.Of(BindingContext.Candidates, "Enter", "equip", "Equip the part instead of what the slot holds", new Message.Activate()) with { Hint = 1, WhyNot = NoCandidate },
        Bind.Of(BindingContext.Candidates, "a", "add beside", "Add one of this part beside what the slot holds", new Message.AddBeside()) with { Hint = 20, WhyNot = NoCandidate, InPalette = true },
        Bind.Of(BindingContext.Candidates, "Left h", "slots", "Go back to the slots", new Message.FocusOn(PanelId.Slots)),
        Bind.Of(BindingContext.Candidates, "Right l", "stats", "Go to the stat sheet", new Message.FocusOn(PanelId.Stats)),
        Bind.Of(BindingContext.Stats, "Enter", "term by term", "Show the prediction term by term", new Message.OpenDetails()) with { Hint = 1 },
        Bind.Of(BindingContext.Stats, "Left h", "candidates", "Go to the candidates", new Message.FocusOn(PanelId.Candidates)),
        Bind.Of(BindingContext.Findings, "Enter f", "find a cure", "Show the parts that would make this finding go away", new Message.FollowCure()) with { Hint = 1, WhyNot = NoCure },
        Bind.Of(BindingContext.Findings, "w", "why", "Explain the rule on this rig and run its tests", new Message.Study()) with { Hint = 2, WhyNot = NoFinding, InPalette = true },
        Bind.Of(BindingContext.Findings, "Left h", "slots", "Go to the slots", new Message.FocusOn(PanelId.Slots)),
        Bind.Of(BindingContext.Bench, "+ =", "more", "One more of what the slot holds", new Message.Count(+1)) with { Hint = 4, InPalette = true },
        Bind.Of(BindingContext.Bench, "- _", "fewer", "One fewer of what the slot holds", new Message.Count(-1)) with { InPalette = true },
        Bind.Of(BindingContext.Bench, "x Del", "empty", "Empty the slot", new Message.Remove()) with { Hint = 5, WhyNot = NothingEquipped, InPalette = true },
        Bind.Of(BindingContext.Bench, "f", "fix", "Show the parts that cure the chosen finding", new Message.FollowCure()) with { Hint = 3, WhyNot = NoCure, InPalette = true },
        Bind.Of(BindingContext.Bench, "/", "filter", "Filter the parts by typing", new Message.OpenFilter()) with { Hint = 6, InPalette = true },
        Bind.Of(BindingContext.Bench, "c", "only what fits", "Hide or show parts that do not fit", new Message.ToggleCompatible()) with { Hint = 9, InPalette = true },
        Bind.Of(BindingContext.Bench, "t", "sort", "Sort by the next figure", new Message.CycleSort()) with { Hint = 8, InPalette = true },
        Bind.Of(BindingContext.Bench, "i", "info", "Show everything known about it, with its source", new Message.OpenDetails()) with { Hint = 7, InPalette = true },
    ];

    private static string? NoCandidate(ScreenState state) =>
        state.Screen is BenchScreen { Selected: not null } ? null : "No part is listed here. Esc drops the filter.";

    private static string? NothingEquipped(ScreenState state) =>
        state.Screen is BenchScreen bench && state.Build[bench.Slot].IsEmpty ? "The slot is empty." : null;

    private static string? NoFinding(ScreenState state) => DetailsUpdate.RuleAt(state) is null ? "There is no finding to explain." : null;

    private static string? NoCure(ScreenState state)
    {
        if (state.Screen is not BenchScreen bench) return null;
        var findings = state.Findings;
        if (bench.Findings.Selected >= findings.Length) return "There is no finding to cure.";
        return findings[bench.Findings.Selected] switch
        {
            { Severity: Severity.Achievement } => "This is an achievement: nothing to cure.",
            { Slot: null } => "This finding is about no slot in particular.",
            _ => null,
        };
    }
}
