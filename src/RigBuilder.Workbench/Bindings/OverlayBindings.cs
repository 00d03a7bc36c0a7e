using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Bindings;

/// <summary>Keys of what lies above the screen.</summary>
internal static class OverlayBindings
{
    public static ImmutableArray<Binding> All { get; } =
    [
        .. Text(BindingContext.Filter, "keep", "Keep the filter and go on", "drop", "Drop the filter"),
        .. Text(BindingContext.Picker, "take", "Take what the cursor is on", "cancel", "Close the list"),
        .. Text(BindingContext.Prompt, "answer", "Take what is typed", "cancel", "Close the question"),
        Bind.Of(BindingContext.Confirm, "Enter y", "yes", "Do it", new Message.Activate()) with { Hint = 1 },
        Bind.Of(BindingContext.Confirm, "Esc n q", "no", "Do not do it", new Message.Dismiss()) with { Hint = 2 },
        Bind.Of(BindingContext.Confirm, "s", "save first", "Save the rig, then decide again", new Message.Save()) with { Hint = 3, WhyNot = s => s.Path is null ? "The rig has no file yet: press Esc, then s." : null },
        Bind.Of(BindingContext.Confirm, "Ctrl-C", "quit", "End the session without saving", new Message.QuitNow()),
        Bind.Of(BindingContext.Reader, "Esc Enter q ? i", "close", "Close", new Message.Dismiss()) with { Hint = 1 },
        Bind.Of(BindingContext.Reader, "Down j", "down", "A line down", new Message.Move(+1)) with { Hint = 2 },
        Bind.Of(BindingContext.Reader, "Up k", "up", "A line up", new Message.Move(-1)) with { Hint = 3 },
        Bind.Of(BindingContext.Reader, "PgDn Space Ctrl-D", "page down", "A screenful down", new Message.Page(+1)),
        Bind.Of(BindingContext.Reader, "PgUp Ctrl-U", "page up", "A screenful up", new Message.Page(-1)),
        Bind.Of(BindingContext.Reader, "Home g", "top", "The beginning", new Message.Edge(false)),
        Bind.Of(BindingContext.Reader, "End G", "bottom", "The end", new Message.Edge(true)),
        Bind.Of(BindingContext.Reader, "E", "edit", "Open the file in the editor at the line", new Message.Edit()) with { Hint = 4, WhyNot = s => s.Overlay is Overlay.Details { Location: not null } ? null : "It is not known where this is written." },
        Bind.Of(BindingContext.Reader, "Ctrl-C", "quit", "End the session", new Message.Quit()),
    ];

    private static IEnumerable<Binding> Text(BindingContext here, string take, string taking, string leave, string leaving) =>
    [
        Bind.Of(here, "Enter", take, taking, new Message.Activate()) with { Hint = 1 },
        Bind.Of(here, "Esc Ctrl-C", leave, leaving, new Message.Dismiss()) with { Hint = 2 },
        Bind.Of(here, "Down Ctrl-N Tab", "next", "Next row", new Message.Move(+1)) with { Hint = here == BindingContext.Prompt ? null : 3 },
        Bind.Of(here, "Up Ctrl-P Shift-Tab", "previous", "Previous row", new Message.Move(-1)) with { Hint = here == BindingContext.Prompt ? null : 4 },
        Bind.Of(here, "PgDn", "page down", "A screenful down", new Message.Page(+1)),
        Bind.Of(here, "PgUp", "page up", "A screenful up", new Message.Page(-1)),
        Bind.Of(here, "Left Ctrl-B", "left", "Caret left", new Message.CaretMove(-1)),
        Bind.Of(here, "Right Ctrl-F", "right", "Caret right", new Message.CaretMove(+1)),
        Bind.Of(here, "Home Ctrl-A", "start", "Caret to the start", new Message.CaretMove(int.MinValue)),
        Bind.Of(here, "End Ctrl-E", "end", "Caret to the end", new Message.CaretMove(int.MaxValue)),
        Bind.Of(here, "Backspace Ctrl-H", "erase", "Erase the character before the caret", new Message.Erase(EraseKind.Back)),
        Bind.Of(here, "Del Ctrl-D", "delete", "Erase the character after the caret", new Message.Erase(EraseKind.Forward)),
        Bind.Of(here, "Ctrl-W", "erase word", "Erase the word before the caret", new Message.Erase(EraseKind.Word)),
        Bind.Of(here, "Ctrl-U", "erase all", "Erase everything typed", new Message.Erase(EraseKind.All)) with { Hint = here == BindingContext.Prompt ? 3 : null },
    ];
}
