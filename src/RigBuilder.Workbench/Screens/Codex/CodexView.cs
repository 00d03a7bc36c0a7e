using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The codex: entries at the left, the chosen one in full at the right.</summary>
internal static class CodexView
{
    public static ImmutableArray<Panel> Draw(ScreenState state, CodexScreen codex, Size size)
    {
        var layout = CodexLayout.Of(size, codex.Focus);
        var panels = ImmutableArray.CreateBuilder<Panel>();
        if (!layout.List.IsEmpty) panels.Add(List(state, codex, layout));
        if (!layout.Entry.IsEmpty) panels.Add(Entry(state, codex, layout.Entry));
        return panels.ToImmutable();
    }

    private static Panel List(ScreenState state, CodexScreen codex, CodexLayout layout)
    {
        var cursor = codex.Entries.Shown(layout.Rows, codex.Listed.Length);
        var content = new PanelContent.Table(
            [new Column("", 8), new Column("", 16) { Grows = true }],
            [.. codex.Listed.Skip(cursor.Top).Take(layout.Rows).Select(e => TableRow.Of(StyledText.Of(e.Group, Role.Dim), e.Title))])
        {
            Headings = false,
            Top = cursor.Top,
            Total = codex.Listed.Length,
            Selected = codex.Listed.IsEmpty ? -1 : cursor.Selected,
            Empty = [StyledText.Of(state.World.Codex.IsEmpty ? "The codex is empty: no rules or catalog entries were read." : "No entry has all these words. Esc drops the filter.", Role.Dim)],
        };
        var title = StyledText.Of("Codex", Role.Title);
        var filter = (state.Overlay as Overlay.Filter)?.Editor;
        if (filter is null && codex.Filter.Length > 0) title = title.Then($"  /{codex.Filter}", Role.Match);
        return new Panel(PanelId.CodexList, layout.List, title, content)
        {
            Focused = codex.Focus == PanelId.CodexList && state.Overlay is null or Overlay.Filter,
            Corner = StyledText.Of($"{(codex.Listed.IsEmpty ? 0 : cursor.Selected + 1)}/{codex.Listed.Length}", Role.Dim),
            TitleField = filter is null ? null : new TextField("/", filter.Text, filter.Caret),
        };
    }

    private static Panel Entry(ScreenState state, CodexScreen codex, Rect area)
    {
        var width = area.Width - 4;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (codex.Selected is { } entry)
        {
            blocks.Add(new Block.Text(StyledText.Of(entry.Id, Role.Accent)));
            if (entry.Location is { } at) blocks.Add(new Block.Text(StyledText.Of(at.ToString(), Role.Dim)));
            foreach (var paragraph in entry.Paragraphs)
            {
                blocks.Add(new Block.Gap());
                foreach (var line in TextWrap.Lines(paragraph, width)) blocks.Add(new Block.Text(line));
            }
        }

        var top = Math.Clamp(codex.EntryTop, 0, Math.Max(0, blocks.Count - area.Inner.Height));
        return new Panel(PanelId.CodexEntry, area, StyledText.Of(codex.Selected?.Title ?? "", Role.Title), new PanelContent.Document(blocks.ToImmutable()) { Top = top })
        {
            Focused = codex.Focus == PanelId.CodexEntry && state.Overlay is null,
        };
    }
}
