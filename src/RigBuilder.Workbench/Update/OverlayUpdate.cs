using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Typing, moving and answering in whatever lies above the screen.</summary>
internal static class OverlayUpdate
{
    private const int Bottom = 100_000;

    public static ScreenState Move(ScreenState state, Overlay overlay, int rows) => overlay switch
    {
        Overlay.Picker picker => state.Replaced(picker with { Cursor = picker.Cursor.Moved(rows, picker.Matching.Length) }),
        Overlay.Help help => state.Replaced(help with { Top = Clamped(help.Top, rows) }),
        Overlay.Details details => state.Replaced(details with { Top = Math.Min(Clamped(details.Top, rows), MostTop(state, details)) }),
        Overlay.Filter => NavigationUpdate.MoveOnScreen(state, rows),
        _ => state,
    };

    public static int PageRows(ScreenState state, Overlay overlay) => overlay switch
    {
        Overlay.Picker => OverlayLayout.PickerRows(state.Size),
        Overlay.Filter => NavigationUpdate.PageRows(state),
        _ => Math.Max(1, state.Size.Height - 8),
    };

    public static ScreenState Edge(ScreenState state, Overlay overlay, bool last) => Move(state, overlay, last ? Bottom : -Bottom);

    public static ScreenState Edit(ScreenState state, Overlay overlay, Func<LineEditor, LineEditor> edit)
    {
        switch (overlay)
        {
            case Overlay.Picker picker:
                var editor = edit(picker.Editor);
                return state.Replaced(picker with { Editor = editor, Cursor = editor.Text == picker.Editor.Text ? picker.Cursor : default });
            case Overlay.Prompt prompt: return state.Replaced(prompt with { Editor = edit(prompt.Editor), Problem = null });
            case Overlay.Filter filter:
                var typed = edit(filter.Editor);
                return Filter(state.Replaced(filter with { Editor = typed }), typed.Text);
            default: return state;
        }
    }

    public static Step Activate(ScreenState state, Overlay overlay)
    {
        switch (overlay)
        {
            case Overlay.Picker picker:
                if (picker.Cursor.Selected >= picker.Matching.Length) return state;
                var item = picker.Matching[picker.Cursor.Selected];
                return item.Locked is { } reason ? state.Saying(reason, Frames.Role.Warning) : Updater.Dispatch(state.Closed(), item.Choice);
            case Overlay.Prompt prompt: return PromptUpdate.Answer(state, prompt);
            case Overlay.Confirm confirm: return Updater.Dispatch(state.Closed(), confirm.OnYes);
            default: return state.Closed();
        }
    }

    public static ScreenState Dismiss(ScreenState state, Overlay overlay) =>
        overlay is Overlay.Filter ? Filter(state.Closed(), "") : state.Closed();

    public static ScreenState Filter(ScreenState state, string words) => state.Screen switch
    {
        BenchScreen bench => state.With(bench with { Filter = words }),
        CodexScreen codex => state.With(codex with { Filter = words, EntryTop = 0 }),
        _ => state,
    };

    private static int Clamped(int top, int rows) => Math.Clamp(top + rows, 0, Bottom);

    private static int MostTop(ScreenState state, Overlay.Details details)
    {
        var rows = details.Blocks.Sum(b => b.Rows);
        return Math.Max(0, rows - OverlayLayout.Reader(state.Size, rows).Inner.Height);
    }
}
