using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>A label and the library's text field. The program owns the text; the widget shows it, its scroll and the terminal's cursor.</summary>
internal sealed class FieldRow : View, IBlockView
{
    private readonly Style _style;
    private readonly StyledLines _label;
    private readonly Terminal.Gui.Views.TextField _input;

    public FieldRow(Style style)
    {
        _style = style;
        CanFocus = true;
        _label = new StyledLines(style);
        _input = new Terminal.Gui.Views.TextField { HotKeySpecifier = new System.Text.Rune(0xffff) };
        Add(_label, _input);
    }

    /// <inheritdoc/>
    public View View => this;

    /// <summary>Whether it has the keyboard.</summary>
    public bool Typing { get; private set; }

    /// <inheritdoc/>
    public void Show(ImmutableArray<Block> blocks, int width, Surface surface) => Show(((Block.Field)blocks[0]).Content, width, surface);

    public void Show(TextField field, int width, Surface surface)
    {
        var label = TextWidth.Of(field.Label);
        Placing.Put(_label, 0, 0, label, 1);
        Placing.Put(_input, label == 0 ? 0 : label + 1, 0, width - (label == 0 ? 0 : label + 1), 1);
        _label.Show([StyledText.Of(field.Label, Role.Accent)], surface);
        var scheme = _style.Palette.Scheme(field.Text.Length == 0 ? Role.Dim : Role.Normal, surface);
        if (_input.GetScheme() != scheme) _input.SetScheme(scheme);
        var (placeholder, text) = (StyledWriter.Shown(field.Placeholder, _style.Glyphs), StyledWriter.Shown(field.Text, _style.Glyphs));
        if (_input.Title != placeholder) _input.Title = placeholder;
        if (_input.Text != text) _input.Text = text;
        Typing = field.Caret is not null;
        var caret = Math.Clamp(field.Caret ?? 0, 0, field.Text.Length);
        if (_input.InsertionPoint != caret) _input.InsertionPoint = caret;
    }

    /// <summary>Gives the widget the library's focus, with which the terminal's cursor shows in it.</summary>
    public void TakeFocus()
    {
        if (Typing && !_input.HasFocus) _input.SetFocus();
    }
}
