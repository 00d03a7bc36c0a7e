using System.Text;

namespace RigBuilder.ConsoleHost.Tests;

/// <summary>What xterm sends for a key.</summary>
internal static class KeyBytes
{
    public static byte[] Of(string name)
    {
        var key = Key.Parse(name);
        var text = key.Code switch
        {
            KeyCode.Enter => "\r",
            KeyCode.Escape => "\u001b",
            KeyCode.Tab => "\t",
            KeyCode.BackTab => "\u001b[Z",
            KeyCode.Backspace => "\u007f",
            KeyCode.Up => "\u001b[A",
            KeyCode.Down => "\u001b[B",
            KeyCode.Right => "\u001b[C",
            KeyCode.Left => "\u001b[D",
            KeyCode.Character when key.Ctrl => ((char)(key.Rune.Value - 'a' + 1)).ToString(),
            _ => key.Rune.ToString(),
        };
        return Encoding.UTF8.GetBytes(text);
    }
}
