using System.Text;

namespace RigBuilder.Machine.Ports;

/// <summary>Text read from a stream up to a limit. Filled by one task, read by another after or while that runs.</summary>
/// <param name="limit">Most characters kept.</param>
internal sealed class CappedText(int limit)
{
    private readonly StringBuilder _text = new();
    private readonly Lock _gate = new();

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Reads to the end of the stream or until the limit is passed.</summary>
    public async Task FillAsync(StreamReader reader, CancellationToken cancellation)
    {
        var buffer = new char[8192];
        while (!IsFull)
        {
            var read = await reader.ReadAsync(buffer, cancellation).ConfigureAwait(false);
            if (read == 0) return;
            lock (_gate)
            {
                var room = Math.Min(read, limit - _text.Length);
                _text.Append(buffer, 0, room);
                IsFull = room < read;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_gate) return _text.ToString();
    }
}
