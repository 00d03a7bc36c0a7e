using System.Text;
using RigBuilder.ConsoleHost.Devices;

namespace RigBuilder.ConsoleHost.Tests;

/// <summary>A terminal of bytes: plays input chunk by chunk, understands the sequences that the host writes, then closes.</summary>
internal sealed class FakeTerminal(Size size, params IEnumerable<byte[]> chunks) : ITerminalDevice
{
    private readonly Queue<byte[]> _chunks = new(chunks);
    private readonly char[,] _cells = new char[Math.Max(1, size.Height), Math.Max(1, size.Width)];
    private byte[] _given = [];
    private bool _woken;

    public Size Size { get; private set; } = size;

    public bool Closed { get; set; }

    public bool Raw { get; private set; }

    public StringBuilder Output { get; } = new();

    /// <summary>The screen when the alternate screen was last left, or now.</summary>
    public string Screen { get; private set; } = "";

    /// <summary>Chunks of output, one per frame.</summary>
    public List<string> Writes { get; } = [];

    public Action<int> BeforeRead { get; set; } = _ => { };

    public int Reads { get; private set; }

    public int Suspends { get; private set; }

    public void Resize(Size to) => Size = to;

    public void Enter() => Raw = true;

    public void Leave() => Raw = false;

    public void Write(string text)
    {
        Output.Append(text);
        Writes.Add(text);
        Play(text);
    }

    public ReadOnlySpan<byte> Read(TimeSpan timeout)
    {
        if (timeout == TimeSpan.Zero) return []; // one chunk a frame, so that frames can be counted
        BeforeRead(Reads++);
        if (_woken)
        {
            _woken = false;
            return [];
        }

        if (_chunks.TryDequeue(out var chunk)) return _given = chunk;
        Closed = true;
        return [];
    }

    public void Wake() => _woken = true;

    public void Suspend() => Suspends++;

    public void Dispose() => Leave();

    private void Play(string text)
    {
        if (text.Contains("\u001b[?1049l", StringComparison.Ordinal)) Screen = Show();
        var (x, y) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\u001b')
            {
                if (y < _cells.GetLength(0) && x < _cells.GetLength(1)) _cells[y, x] = text[i];
                x++;
                continue;
            }

            if (text[i + 1] == ']')
            {
                i = text.IndexOf('\a', i);
                continue;
            }

            var end = i + 2;
            while (text[end] is < '@' or > '~') end++;
            var parameters = text[(i + 2)..end].Split(';');
            if (text[end] == 'H') (y, x) = (int.Parse(parameters[0], System.Globalization.CultureInfo.InvariantCulture) - 1, int.Parse(parameters[1], System.Globalization.CultureInfo.InvariantCulture) - 1);
            else if (text[end] == 'J') Array.Clear(_cells);
            i = end;
        }

        if (!text.Contains("\u001b[?1049l", StringComparison.Ordinal)) Screen = Show();
    }

    private string Show()
    {
        var text = new StringBuilder();
        for (var y = 0; y < _cells.GetLength(0); y++)
        {
            for (var x = 0; x < _cells.GetLength(1); x++) text.Append(_cells[y, x] == 0 ? ' ' : _cells[y, x]);
            text.Append('\n');
        }

        return text.ToString();
    }
}
