using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;
using RigBuilder.Workbench.Update;

namespace RigBuilder.Workbench.Bindings;

/// <summary>Keys of the compare screen and the codex.</summary>
internal static class OtherBindings
{
    public static ImmutableArray<Binding> All { get; } =
    [
        Bind.Of(BindingContext.Compare, "p", "pin", "Pin the rig as it is now", new Message.Pin()) with { Hint = 1 },
        Bind.Of(BindingContext.Codex, "Enter Right l", "read", "Read the entry; once more opens it in the editor", new Message.Activate()) with { Hint = 1, WhyNot = NoEntry },
        Bind.Of(BindingContext.Codex, "Left h", "list", "Go back to the list", new Message.FocusOn(PanelId.CodexList)) with { Hint = 4 },
        Bind.Of(BindingContext.Codex, "/", "filter", "Filter the entries by typing", new Message.OpenFilter()) with { Hint = 2, InPalette = true },
        Bind.Of(BindingContext.Codex, "w", "why", "Explain the rule on this rig and run its tests", new Message.Study()) with { Hint = 2, WhyNot = NoRule, InPalette = true },
        Bind.Of(BindingContext.Codex, "E", "edit", "Open the file in the editor at the line", new Message.Edit()) with { Hint = 3, WhyNot = NoFile, InPalette = true },
    ];

    private static string? NoEntry(ScreenState state) => state.Screen is CodexScreen { Selected: null } ? "No entry is listed." : null;

    private static string? NoRule(ScreenState state) => DetailsUpdate.RuleAt(state) is null ? "Only rules can be explained." : null;

    private static string? NoFile(ScreenState state) =>
        state.Screen is CodexScreen { Selected.Location: not null } ? null : "It is not known where this is written.";
}
