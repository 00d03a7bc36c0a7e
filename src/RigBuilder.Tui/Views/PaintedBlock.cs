using System.Text;
using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>
/// A block for which the library has no widget (a large letter, a chart of braille dots): painted by the same painter as on
/// hosts without widgets, and copied cell by cell.
/// </summary>
internal sealed class PaintedBlock : View, IBlockView
{
    private readonly Style _style;
    private Block? _block;
    private Surface _surface;

    public PaintedBlock(Style style)
    {
        _style = style;
        CanFocus = false;
    }

    /// <inheritdoc/>
    public View View => this;

    /// <inheritdoc/>
    public void Show(ImmutableArray<Block> blocks, int width, Surface surface)
    {
        if (Same.Blocks(blocks[0], _block) && surface == _surface) return;
        (_block, _surface) = (blocks[0], surface);
        SetScheme(_style.Palette.Scheme(Role.Normal, surface));
        SetNeedsDraw();
    }

    /// <inheritdoc/>
    protected override bool OnDrawingContent(DrawContext? context)
    {
        if (_block is null || Viewport.Width <= 0) return true;
        // A document has a border of one cell and a blank at each side.
        var size = new Size(Viewport.Width + 4, _block.Rows + 2);
        var panel = new Panel(PanelId.Details, new Rect(0, 0, size.Width, size.Height), StyledText.Empty, new PanelContent.Document([_block]));
        var grid = FramePainter.Paint(new Frame { Size = size, Panels = [panel] }, _style.Glyphs);
        for (var y = 0; y < Math.Min(_block.Rows, Viewport.Height); y++)
        {
            for (var x = 0; x < Viewport.Width; x++)
            {
                var cell = grid[x + 2, y + 1];
                if (cell.IsTail || cell.Rune == new Rune(' ')) continue;
                SetAttribute(_style.Palette.Of(cell.Role, _surface));
                AddRune(x, y, cell.Rune);
            }
        }

        return true;
    }
}
