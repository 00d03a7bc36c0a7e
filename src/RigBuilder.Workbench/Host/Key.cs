using System.Text;

namespace RigBuilder.Workbench.Host;

/// <summary>
/// A key as pressed: a character or a named key, with Ctrl and Alt. Shift is part of the character ("A") or of the key
/// (<see cref="KeyCode.BackTab"/>). The default is the character NUL, which no keyboard sends.
/// </summary>
public readonly record struct Key
{
    private static readonly ImmutableDictionary<string, KeyCode> Codes = Enum.GetValues<KeyCode>()
        .Where(c => c != KeyCode.Character)
        .ToImmutableDictionary(Name, c => c, StringComparer.OrdinalIgnoreCase);

    private Key(KeyCode code, Rune rune, bool ctrl, bool alt) => (Code, Rune, Ctrl, Alt) = (code, rune, ctrl, alt);

    /// <summary>The named key, or <see cref="KeyCode.Character"/>.</summary>
    public KeyCode Code { get; }

    /// <summary>The character; NUL for named keys. Lower case with Ctrl.</summary>
    public Rune Rune { get; }

    /// <summary>Whether Ctrl was held.</summary>
    public bool Ctrl { get; }

    /// <summary>Whether Alt was held.</summary>
    public bool Alt { get; }

    /// <summary>Whether it types its character: no Ctrl, no Alt, not a control character.</summary>
    public bool Types => Code == KeyCode.Character && !Ctrl && !Alt && Rune.Value >= ' ' && Rune.Value != 0x7f;

    /// <summary>A named key.</summary>
    public static Key Of(KeyCode code, bool ctrl = false, bool alt = false) => new(code, default, ctrl, alt);

    /// <summary>A character.</summary>
    public static Key Of(Rune rune, bool ctrl = false, bool alt = false) =>
        new(KeyCode.Character, ctrl ? Rune.ToLowerInvariant(rune) : rune, ctrl, alt);

    /// <summary>A character.</summary>
    public static Key Of(char character, bool ctrl = false, bool alt = false) => Of(new Rune(character), ctrl, alt);

    /// <summary>The key with this name: "a", "?", "Enter", "Ctrl-R", "Alt-x", "Space", "F1", "PgDn".</summary>
    /// <exception cref="FormatException">No key has this name.</exception>
    public static Key Parse(string name)
    {
        var (rest, ctrl, alt) = (name, false, false);
        while (rest.Length > 2)
        {
            if (rest.StartsWith("Ctrl-", StringComparison.OrdinalIgnoreCase)) (rest, ctrl) = (rest[5..], true);
            else if (rest.StartsWith("Alt-", StringComparison.OrdinalIgnoreCase)) (rest, alt) = (rest[4..], true);
            else break;
        }

        if (Codes.TryGetValue(rest, out var code)) return Of(code, ctrl, alt);
        if (rest.Equals("Space", StringComparison.OrdinalIgnoreCase)) return Of(' ', ctrl, alt);
        var runes = rest.EnumerateRunes().ToArray();
        return runes.Length == 1 ? Of(runes[0], ctrl, alt) : throw new FormatException($"no key is called '{name}'");
    }

    /// <summary>The name that <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        var name = Code != KeyCode.Character ? Name(Code)
            : Rune.Value == ' ' ? "Space"
            : Ctrl ? Rune.ToUpperInvariant(Rune).ToString() : Rune.ToString();
        return (Ctrl ? "Ctrl-" : "") + (Alt ? "Alt-" : "") + name;
    }

    private static string Name(KeyCode code) => code switch
    {
        KeyCode.Escape => "Esc",
        KeyCode.BackTab => "Shift-Tab",
        KeyCode.PageUp => "PgUp",
        KeyCode.PageDown => "PgDn",
        KeyCode.Delete => "Del",
        KeyCode.Insert => "Ins",
        _ => code.ToString(),
    };
}
