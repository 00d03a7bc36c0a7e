using System.Text;
using GuiCode = Terminal.Gui.Drivers.KeyCode;

namespace RigBuilder.Tui.Input;

/// <summary>Keys as Terminal.Gui reports them, as ours.</summary>
internal static class KeyTranslation
{
    private static readonly ImmutableDictionary<GuiCode, KeyCode> Named = new Dictionary<GuiCode, KeyCode>
    {
        [GuiCode.Enter] = KeyCode.Enter,
        [GuiCode.Esc] = KeyCode.Escape,
        [GuiCode.Tab] = KeyCode.Tab,
        [GuiCode.Backspace] = KeyCode.Backspace,
        [GuiCode.Delete] = KeyCode.Delete,
        [GuiCode.Insert] = KeyCode.Insert,
        [GuiCode.CursorUp] = KeyCode.Up,
        [GuiCode.CursorDown] = KeyCode.Down,
        [GuiCode.CursorLeft] = KeyCode.Left,
        [GuiCode.CursorRight] = KeyCode.Right,
        [GuiCode.Home] = KeyCode.Home,
        [GuiCode.End] = KeyCode.End,
        [GuiCode.PageUp] = KeyCode.PageUp,
        [GuiCode.PageDown] = KeyCode.PageDown,
    }.ToImmutableDictionary();

    /// <summary>Our key; null for one that we have no name for, such as a modifier alone.</summary>
    public static Key? Of(GuiKey key)
    {
        var bare = key.NoShift.NoCtrl.NoAlt.KeyCode;
        if (bare == GuiCode.Tab && key.IsShift) return Key.Of(KeyCode.BackTab, key.IsCtrl, key.IsAlt);
        if (Named.TryGetValue(bare, out var named)) return Key.Of(named, key.IsCtrl, key.IsAlt);
        if (bare is >= GuiCode.F1 and <= GuiCode.F12) return Key.Of(KeyCode.F1 + (int)(bare - GuiCode.F1), key.IsCtrl, key.IsAlt);
        if (bare > GuiCode.MaxCodePoint) return null;
        // Letters are upper case in key codes; the plain letter is the one without Shift.
        var rune = key.IsCtrl || key.IsAlt ? Lower(key) : key.AsRune;
        return rune.Value == 0 ? null : Key.Of(rune, key.IsCtrl, key.IsAlt);
    }

    private static Rune Lower(GuiKey key)
    {
        var plain = key.NoCtrl.NoAlt.AsRune;
        if (plain.Value != 0) return plain;
        var code = (int)key.NoShift.NoCtrl.NoAlt.KeyCode;
        return Rune.IsValid(code) ? Rune.ToLowerInvariant(new Rune(code)) : default;
    }
}
