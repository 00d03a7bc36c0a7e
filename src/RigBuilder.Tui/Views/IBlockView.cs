namespace RigBuilder.Tui.Views;

/// <summary>A view that shows a piece of a document.</summary>
internal interface IBlockView
{
    /// <summary>The view.</summary>
    View View { get; }

    /// <summary>Shows blocks of the kind it was made for.</summary>
    void Show(ImmutableArray<Block> blocks, int width, Surface surface);
}
