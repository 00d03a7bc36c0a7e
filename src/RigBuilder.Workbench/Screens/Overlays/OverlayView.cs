using RigBuilder.Workbench.Bindings;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>Draws what lies above the screen: the overlay stack's top and a passing message.</summary>
internal static class OverlayView
{
    public static ImmutableArray<Panel> Draw(ScreenState state, Size size)
    {
        var panels = ImmutableArray.CreateBuilder<Panel>();
        foreach (var overlay in state.Overlays.Reverse())
            if (Draw(state, overlay, size) is { } panel) panels.Add(panel);
        if (state.Notice is { } notice)
        {
            var area = OverlayLayout.Toast(size, TextWidth.Of(notice.Text));
            var text = new Block.Text(StyledText.Of(notice.Text, notice.Role));
            panels.Add(new Panel(PanelId.Toast, area, StyledText.Empty, new PanelContent.Document([text])) { Kind = PanelKind.Toast });
        }

        return panels.ToImmutable();
    }

    private static Panel? Draw(ScreenState state, Overlay overlay, Size size) => overlay switch
    {
        Overlay.Picker picker => Pick(picker, size),
        Overlay.Prompt prompt => Ask(prompt, size),
        Overlay.Confirm confirm => Question(PanelId.Confirm, confirm.Title, [.. TextWrap.Lines(confirm.Question, 60).Select(l => new Block.Text(l))], size),
        Overlay.Help help => Read(PanelId.Help, "Keys", KeyHelp.Blocks(BindingTable.ContextsOf(state.Closed())), help.Top, size),
        Overlay.Details details => Read(PanelId.Details, details.Title, details.Blocks, details.Top, size),
        _ => null,
    };

    private static Panel Pick(Overlay.Picker picker, Size size)
    {
        var matching = picker.Matching;
        var area = OverlayLayout.Picker(size);
        var rows = OverlayLayout.PickerRows(size);
        var cursor = picker.Cursor.Shown(rows, matching.Length);
        var wide = Math.Clamp(matching.Select(i => TextWidth.Of(i.Detail)).DefaultIfEmpty(0).Max(), 6, Math.Max(6, (area.Width - 4) / 2));
        var content = new PanelContent.Table(
            [new Column("", 10) { Grows = true }, new Column("", wide) { AlignRight = true }],
            [.. matching.Skip(cursor.Top).Take(rows).Select(i => TableRow.Of(StyledText.Of(i.Name, i.Locked is null ? Role.Normal : Role.Locked), StyledText.Of(i.Detail, Role.Dim)))])
        {
            Top = cursor.Top,
            Total = matching.Length,
            Selected = cursor.Selected,
            Headings = false,
            Field = new TextField("›", picker.Editor.Text, picker.Editor.Caret, "type to filter"),
            Footer = [cursor.Selected < matching.Length && matching[cursor.Selected].Locked is { } why ? StyledText.Of(why, Role.Locked) : StyledText.Of("Enter takes it, Esc closes", Role.Dim)],
            Empty = [StyledText.Of(picker.WhenEmpty, Role.Dim)],
        };
        return new Panel(PanelId.Picker, area, StyledText.Of(picker.Title, Role.Title), content)
        {
            Kind = PanelKind.Modal,
            Focused = true,
            Corner = StyledText.Of($"{matching.Length}", Role.Dim),
        };
    }

    private static Panel Ask(Overlay.Prompt prompt, Size size) => Question(PanelId.Prompt, prompt.Title,
    [
        new Block.Field(new TextField("›", prompt.Editor.Text, prompt.Editor.Caret)),
        new Block.Gap(),
        new Block.Text(prompt.Problem is { } problem ? StyledText.Of(problem, Role.Conflict) : StyledText.Of(prompt.Guide, Role.Dim)),
    ], size);

    private static Panel Question(PanelId id, string title, ImmutableArray<Block> blocks, Size size) =>
        new(id, OverlayLayout.Question(size), StyledText.Of(title, Role.Title), new PanelContent.Document([new Block.Gap(), .. blocks])) { Kind = PanelKind.Modal, Focused = true };

    private static Panel Read(PanelId id, string title, ImmutableArray<Block> blocks, int top, Size size)
    {
        var rows = blocks.Sum(b => b.Rows);
        var area = OverlayLayout.Reader(size, rows);
        var shown = area.Inner.Height;
        top = Math.Clamp(top, 0, Math.Max(0, rows - shown));
        return new Panel(id, area, StyledText.Of(title, Role.Title), new PanelContent.Document(blocks) { Top = top })
        {
            Kind = PanelKind.Modal,
            Focused = true,
            Corner = rows > shown ? StyledText.Of($"{Math.Min(rows, top + shown)}/{rows}", Role.Dim) : StyledText.Empty,
        };
    }
}
