using System.Text;
using RigBuilder.Workbench.Host;

namespace RigBuilder.ConsoleHost.Input;

/// <summary>
/// Turns terminal bytes into tokens (ECMA-48 control sequences, xterm's SGR mouse and bracketed paste, kitty's CSI u). Bytes
/// may come cut anywhere. Unknown sequences are dropped whole, never typed into the program.
/// </summary>
public sealed class InputParser
{
    private const int LongestSequence = 128;
    private const int LongestPaste = 1 << 20;
    private static readonly byte[] PasteEnd = "\u001b[201~"u8.ToArray();

    private readonly List<byte> _pending = [];
    private readonly List<byte> _paste = [];
    private bool _pasting;

    /// <summary>Whether bytes wait for more; a lone Escape does until <see cref="Flush"/>.</summary>
    public bool IsWaiting => _pending.Count > 0 && !_pasting;

    /// <summary>Takes bytes and returns what they complete.</summary>
    public IReadOnlyList<InputToken> Feed(ReadOnlySpan<byte> bytes)
    {
        var tokens = new List<InputToken>();
        foreach (var value in bytes)
        {
            if (_pasting) AddPasted(value, tokens);
            else
            {
                _pending.Add(value);
                Advance(tokens, final: false);
            }
        }

        return tokens;
    }

    /// <summary>Decides what waiting bytes mean when nothing more has come: a lone Escape is the Escape key.</summary>
    public IReadOnlyList<InputToken> Flush()
    {
        var tokens = new List<InputToken>();
        if (!_pasting && _pending.Count > 0) Advance(tokens, final: true);
        return tokens;
    }

    private void Advance(List<InputToken> tokens, bool final)
    {
        while (_pending.Count > 0)
        {
            var used = _pending[0] == 0x1b ? Escape(tokens, final) : Plain(tokens, 0, alt: false, final);
            if (used == 0) return;
            _pending.RemoveRange(0, Math.Min(used, _pending.Count));
        }
    }

    private int Escape(List<InputToken> tokens, bool final)
    {
        if (_pending.Count == 1)
        {
            if (!final) return 0;
            tokens.Add(new InputToken.KeyPress(Key.Of(KeyCode.Escape)));
            return 1;
        }

        switch (_pending[1])
        {
            case 0x1b:
                tokens.Add(new InputToken.KeyPress(Key.Of(KeyCode.Escape)));
                return 1;
            case (byte)'[': return ControlSequence(tokens, final);
            case (byte)'O' when _pending.Count > 2:
                if (Sequences.Ss3((char)_pending[2]) is { } key) tokens.Add(new InputToken.KeyPress(key));
                return 3;
            case (byte)'O' when !final: return 0;
            case (byte)']': return OperatingSystemCommand(tokens, final);
            default:
                var used = Plain(tokens, 1, alt: true, final);
                return used == 0 ? 0 : used + 1;
        }
    }

    private int ControlSequence(List<InputToken> tokens, bool final)
    {
        for (var i = 2; i < _pending.Count; i++)
        {
            var value = _pending[i];
            if (value is >= 0x40 and <= 0x7e)
            {
                var parameters = Encoding.ASCII.GetString([.. _pending.Skip(2).Take(i - 2)]);
                if (value == '~' && parameters == "200") _pasting = true;
                else if (Sequences.Csi(parameters, (char)value) is { } token) tokens.Add(token);
                return i + 1;
            }

            if (value is < 0x20 or > 0x7e || i > LongestSequence) return i; // broken: drop what came before
        }

        return final || _pending.Count > LongestSequence ? Abandon(tokens) : 0;
    }

    private int Abandon(List<InputToken> tokens)
    {
        if (_pending.Count == 2) tokens.Add(new InputToken.KeyPress(Key.Of('[', alt: true)));
        return _pending.Count;
    }

    private int OperatingSystemCommand(List<InputToken> tokens, bool final)
    {
        for (var i = 2; i < _pending.Count; i++)
        {
            var ends = _pending[i] == 0x07 || (_pending[i] == '\\' && _pending[i - 1] == 0x1b);
            if (ends)
            {
                var text = Encoding.ASCII.GetString([.. _pending.Skip(2).Take(i - 2)]).TrimEnd('\u001b');
                if (Sequences.Osc(text) is { } token) tokens.Add(token);
                return i + 1;
            }

            if (i > LongestSequence) return i;
        }

        if (final && _pending.Count == 2) tokens.Add(new InputToken.KeyPress(Key.Of(']', alt: true)));
        return final ? _pending.Count : 0;
    }

    private int Plain(List<InputToken> tokens, int at, bool alt, bool final)
    {
        var first = _pending[at];
        if (first < 0x80)
        {
            tokens.Add(new InputToken.KeyPress(Sequences.Single(first, alt)));
            return 1;
        }

        var status = Rune.DecodeFromUtf8([.. _pending.Skip(at)], out var rune, out var used);
        if (status == System.Buffers.OperationStatus.NeedMoreData && !final) return 0;
        if (status == System.Buffers.OperationStatus.Done) tokens.Add(new InputToken.KeyPress(Key.Of(rune, alt: alt)));
        return Math.Max(1, used);
    }

    private void AddPasted(byte value, List<InputToken> tokens)
    {
        _paste.Add(value);
        if (_paste.Count < PasteEnd.Length || value != (byte)'~' || !_paste.TakeLast(PasteEnd.Length).SequenceEqual(PasteEnd))
        {
            if (_paste.Count <= LongestPaste) return;
        }

        var ended = _paste.TakeLast(PasteEnd.Length).SequenceEqual(PasteEnd);
        var length = ended ? _paste.Count - PasteEnd.Length : _paste.Count;
        tokens.Add(new InputToken.Paste(Encoding.UTF8.GetString([.. _paste.Take(length)])));
        _paste.Clear();
        _pasting = !ended;
    }
}
