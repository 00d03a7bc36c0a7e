using System.Text;
using RigBuilder.Workbench.Host;

namespace RigBuilder.ConsoleHost.Input;

/// <summary>What single bytes and complete control sequences mean (xterm's ctlseqs, kitty's keyboard protocol).</summary>
internal static class Sequences
{
    private static readonly ImmutableDictionary<int, KeyCode> Tilde = new Dictionary<int, KeyCode>
    {
        [1] = KeyCode.Home,
        [2] = KeyCode.Insert,
        [3] = KeyCode.Delete,
        [4] = KeyCode.End,
        [5] = KeyCode.PageUp,
        [6] = KeyCode.PageDown,
        [7] = KeyCode.Home,
        [8] = KeyCode.End,
        [11] = KeyCode.F1,
        [12] = KeyCode.F2,
        [13] = KeyCode.F3,
        [14] = KeyCode.F4,
        [15] = KeyCode.F5,
        [17] = KeyCode.F6,
        [18] = KeyCode.F7,
        [19] = KeyCode.F8,
        [20] = KeyCode.F9,
        [21] = KeyCode.F10,
        [23] = KeyCode.F11,
        [24] = KeyCode.F12,
    }.ToImmutableDictionary();

    public static Key Single(byte value, bool alt) => value switch
    {
        0x0d or 0x0a => Key.Of(KeyCode.Enter, alt: alt),
        0x09 => Key.Of(KeyCode.Tab, alt: alt),
        0x7f => Key.Of(KeyCode.Backspace, alt: alt),
        0 => Key.Of(' ', ctrl: true, alt: alt),
        < 0x1b => Key.Of((char)('a' + value - 1), ctrl: true, alt: alt),
        < 0x20 => Key.Of((char)(value + 0x40), ctrl: true, alt: alt),
        _ => Key.Of((char)value, alt: alt),
    };

    public static Key? Ss3(char final) => final == 'M' ? Key.Of(KeyCode.Enter) : Letter(final) is { } code ? Key.Of(code) : null;

    public static InputToken? Csi(string parameters, char final)
    {
        if (parameters.StartsWith('<')) return Mouse(parameters[1..], final);
        var numbers = Numbers(parameters);
        var modifiers = Math.Max(0, (numbers.Length > 1 ? numbers[1] : 1) - 1);
        var (shift, alt, ctrl) = ((modifiers & 1) != 0, (modifiers & 2) != 0, (modifiers & 4) != 0);
        if (final == 'u') return numbers.Length == 0 ? null : Kitty(numbers[0], shift, alt, ctrl);
        if (final == 'Z') return new InputToken.KeyPress(Key.Of(KeyCode.BackTab));
        if (final == '~')
            return numbers.Length > 0 && Tilde.TryGetValue(numbers[0], out var code) ? new InputToken.KeyPress(Key.Of(code, ctrl, alt)) : null;
        return Letter(final) is { } letter ? new InputToken.KeyPress(Key.Of(letter, ctrl, alt)) : null;
    }

    public static InputToken? Osc(string text)
    {
        if (!text.StartsWith("11;rgb:", StringComparison.Ordinal)) return null;
        var parts = text[7..].Split('/');
        if (parts.Length != 3) return null;
        var levels = new double[3];
        for (var i = 0; i < 3; i++)
        {
            if (parts[i].Length is 0 or > 4 || !int.TryParse(parts[i], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var level)) return null;
            levels[i] = level / (Math.Pow(16, parts[i].Length) - 1);
        }

        // Rec. 709 luma weights.
        return new InputToken.Background((0.2126 * levels[0]) + (0.7152 * levels[1]) + (0.0722 * levels[2]));
    }

    private static InputToken? Mouse(string parameters, char final)
    {
        var numbers = Numbers(parameters);
        if (numbers.Length < 3 || numbers[1] < 1 || numbers[2] < 1) return null;
        var (x, y) = (numbers[1] - 1, numbers[2] - 1);
        return (numbers[0] & ~0b1_1100) switch
        {
            0 when final == 'M' => new InputToken.Click(x, y),
            64 => new InputToken.Wheel(x, y, Down: false),
            65 => new InputToken.Wheel(x, y, Down: true),
            _ => null,
        };
    }

    private static InputToken? Kitty(int code, bool shift, bool alt, bool ctrl)
    {
        if (code == 27) return new InputToken.KeyPress(Key.Of(KeyCode.Escape, ctrl, alt));
        if (code == 9 && shift) return new InputToken.KeyPress(Key.Of(KeyCode.BackTab));
        if (code is 9 or 13 or 127) return new InputToken.KeyPress(Single((byte)code, alt));
        if (!Rune.IsValid(code) || code < 0x20) return null;
        var rune = new Rune(code);
        return new InputToken.KeyPress(Key.Of(shift && !ctrl ? Rune.ToUpperInvariant(rune) : rune, ctrl, alt));
    }

    private static KeyCode? Letter(char final) => final switch
    {
        'A' => KeyCode.Up,
        'B' => KeyCode.Down,
        'C' => KeyCode.Right,
        'D' => KeyCode.Left,
        'H' => KeyCode.Home,
        'F' => KeyCode.End,
        'P' => KeyCode.F1,
        'Q' => KeyCode.F2,
        'R' => KeyCode.F3,
        'S' => KeyCode.F4,
        _ => null,
    };

    private static int[] Numbers(string parameters) =>
        [.. parameters.Split(';').Select(p => int.TryParse(p.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)];
}
