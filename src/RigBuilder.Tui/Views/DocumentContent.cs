using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>A document: a view per block, or per run of text; views are kept as long as the kinds of blocks stay.</summary>
internal sealed class DocumentContent : View, IPanelContentView
{
    private readonly Style _style;
    private readonly List<IBlockView> _blocks = [];

    public DocumentContent(Style style)
    {
        _style = style;
        CanFocus = true;
        (Width, Height) = (Dim.Fill(), Dim.Fill());
    }

    /// <inheritdoc/>
    public View View => this;

    /// <inheritdoc/>
    public FieldRow? Field => _blocks.OfType<FieldRow>().FirstOrDefault(f => f.Typing);

    /// <inheritdoc/>
    public void Show(Panel panel, Surface surface)
    {
        var document = (PanelContent.Document)panel.Content;
        SetScheme(_style.Palette.Scheme(Role.Normal, surface));
        var (y, width, used) = (-document.Top, Math.Max(0, panel.Area.Inner.Width - 2), 0);
        foreach (var run in Runs(document.Blocks))
        {
            var view = ViewFor(used++, run[0]);
            var rows = run.Sum(b => b.Rows);
            var seen = y + rows > 0 && y < panel.Area.Inner.Height;
            Placing.Put(view.View, 1, y, seen ? width : 0, rows);
            if (seen) view.Show(run, width, surface);
            y += rows;
        }

        while (_blocks.Count > used) Drop(_blocks.Count - 1);
    }

    private static IEnumerable<ImmutableArray<Block>> Runs(ImmutableArray<Block> blocks)
    {
        for (var i = 0; i < blocks.Length;)
        {
            var end = i + 1;
            if (IsText(blocks[i])) while (end < blocks.Length && IsText(blocks[end])) end++;
            yield return blocks[i..end];
            i = end;
        }
    }

    private static bool IsText(Block block) => block is Block.Text or Block.Pair or Block.Gap;

    private IBlockView ViewFor(int at, Block block)
    {
        var kind = block switch
        {
            Block.Meter => typeof(MeterRow),
            Block.Field => typeof(FieldRow),
            Block.Banner => typeof(BannerView),
            Block.Chart => typeof(ChartView),
            _ => typeof(TextRun),
        };
        if (at < _blocks.Count && _blocks[at].GetType() == kind) return _blocks[at];
        while (_blocks.Count > at) Drop(_blocks.Count - 1);
        IBlockView made = block switch
        {
            Block.Meter => new MeterRow(_style),
            Block.Field => new FieldRow(_style),
            Block.Banner => new BannerView(_style),
            Block.Chart => new ChartView(_style),
            _ => new TextRun(_style),
        };
        _blocks.Add(made);
        Add(made.View);
        return made;
    }

    private void Drop(int at)
    {
        var view = _blocks[at].View;
        _blocks.RemoveAt(at);
        Remove(view);
        view.Dispose();
    }
}

/// <summary>A view that shows a piece of a document.</summary>
internal interface IBlockView
{
    /// <summary>The view.</summary>
    View View { get; }

    /// <summary>Shows blocks of the kind it was made for.</summary>
    void Show(ImmutableArray<Block> blocks, int width, Surface surface);
}
