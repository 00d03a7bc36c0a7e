using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>Texts, pairs and gaps that follow each other.</summary>
/// <param name="style">How it looks.</param>
internal sealed class TextRun(Style style) : IBlockView
{
    private readonly StyledLines _lines = new(style);

    /// <inheritdoc/>
    public View View => _lines;

    /// <inheritdoc/>
    public void Show(ImmutableArray<Block> blocks, int width, Surface surface) => _lines.Show([.. blocks.Select(Line)], surface);

    private static (StyledText, StyledText) Line(Block block) => block switch
    {
        Block.Text text => (text.Content, StyledText.Empty),
        Block.Pair pair => (pair.Label, pair.Value),
        _ => (StyledText.Empty, StyledText.Empty),
    };
}
