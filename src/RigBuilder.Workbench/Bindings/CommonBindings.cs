using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Bindings;

/// <summary>Keys that hold on every screen.</summary>
internal static class CommonBindings
{
    private const BindingContext Here = BindingContext.Everywhere;

    public static ImmutableArray<Binding> All { get; } =
    [
        Bind.Of(Here, "Down j", "down", "Next row", new Message.Move(+1)),
        Bind.Of(Here, "Up k", "up", "Previous row", new Message.Move(-1)),
        Bind.Of(Here, "PgDn Ctrl-D", "page down", "A screenful down", new Message.Page(+1)),
        Bind.Of(Here, "PgUp Ctrl-U", "page up", "A screenful up", new Message.Page(-1)),
        Bind.Of(Here, "Home g", "first", "First row", new Message.Edge(false)),
        Bind.Of(Here, "End G", "last", "Last row", new Message.Edge(true)),
        Bind.Of(Here, "Tab", "next panel", "Go to the next panel", new Message.FocusStep(+1)) with { Hint = 10 },
        Bind.Of(Here, "Shift-Tab", "previous panel", "Go to the previous panel", new Message.FocusStep(-1)),
        Bind.Of(Here, "Esc", "back", "Drop a filter, or go back to the first panel", new Message.Dismiss()),
        Bind.Of(Here, "1 F1", "quest", "Show the quest: what the rig is for", new Message.Show(ScreenKind.Quest)) with { InPalette = true },
        Bind.Of(Here, "2 F2", "workbench", "Show the workbench: which parts the rig has", new Message.Show(ScreenKind.Bench)) with { InPalette = true },
        Bind.Of(Here, "3 F3", "compare", "Show the comparison with a pinned rig", new Message.Show(ScreenKind.Compare)) with { InPalette = true },
        Bind.Of(Here, "4 F4", "codex", "Show the codex: rules and catalog entries", new Message.Show(ScreenKind.Codex)) with { InPalette = true },
        Bind.Of(Here, "5 F6", "arena", "Show the arena: the prediction against this machine", new Message.Show(ScreenKind.Arena)) with { InPalette = true },
        Bind.Of(Here, "v", "next screen", "Show the next screen", new Message.ScreenStep(+1)),
        Bind.Of(Here, "V", "previous screen", "Show the previous screen", new Message.ScreenStep(-1)),
        Bind.Of(Here, "u", "undo", "Take the last change back", new Message.Undo()) with { Hint = 12, InPalette = true, WhyNot = s => s.Undo.IsEmpty ? "Nothing to undo." : null },
        Bind.Of(Here, "Ctrl-R", "redo", "Do the undone change again", new Message.Redo()) with { InPalette = true, WhyNot = s => s.Redo.IsEmpty ? "Nothing to redo." : null },
        Bind.Of(Here, "s Ctrl-S", "save", "Save the rig to its file", new Message.Save()) with { Hint = 13, InPalette = true },
        Bind.Of(Here, "S", "save as", "Save the rig to another file", new Message.Ask(PromptPurpose.SaveAs)) with { InPalette = true },
        Bind.Of(Here, "o", "open", "Load a rig from a file", new Message.OpenLoad()) with { Hint = 14, InPalette = true },
        Bind.Of(Here, "e", "export", "Export a parts list with prices and launch line as Markdown", new Message.Ask(PromptPurpose.ExportTo)) with { Hint = 15, InPalette = true },
        Bind.Of(Here, "r", "rename", "Name the rig", new Message.Ask(PromptPurpose.RigName)) with { InPalette = true },
        Bind.Of(Here, "N", "new rig", "Start an empty rig for the same quest", new Message.NewRig()) with { InPalette = true },
        Bind.Of(Here, "p", "pin", "Pin the rig as it is for comparison", new Message.Pin()) with { InPalette = true },
        Bind.Of(Here, "R F5", "reload", "Read catalog and rules again", new Message.Reload()) with { InPalette = true },
        Bind.Of(Here, "D", "problems", "Show problems in the data files", new Message.OpenDiagnostics()) with { InPalette = true },
        Bind.Of(Here, ": Ctrl-P", "commands", "Pick from everything that can be done", new Message.OpenPalette()) with { Hint = 11 },
        Bind.Of(Here, "?", "help", "Show the keys", new Message.OpenHelp()) with { Hint = 3 },
        Bind.Of(Here, "q Ctrl-C", "quit", "End the session", new Message.Quit()) with { Hint = 16, InPalette = true },
    ];
}
