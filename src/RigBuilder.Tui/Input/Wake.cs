using System.Diagnostics;

namespace RigBuilder.Tui.Input;

/// <summary>
/// Lets the library's loop sleep until there is something to do. Input, news of the program and signals wake it; what the library
/// does by the clock (an escape key that nothing follows, the end of a double click) needs turns without any of them, for which it
/// turns on for a while after each event.
/// </summary>
internal sealed class Wake : IDisposable
{
    private static readonly TimeSpan Wakeful = TimeSpan.FromSeconds(1);
    private const int WakefulTurn = 10; // ms
    private const int RestingTurn = 500; // ms
    private readonly AutoResetEvent _something = new(false);
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>There is something to do. From any thread.</summary>
    public void Up()
    {
        Volatile.Write(ref _last, Stopwatch.GetTimestamp());
        _something.Set();
    }

    /// <summary>Sleeps until there is something to do, or might be.</summary>
    /// <param name="most">Milliseconds until a timer of the library is due; below 0 when none is set.</param>
    public void Sleep(int most)
    {
        var turn = Stopwatch.GetElapsedTime(Volatile.Read(ref _last)) < Wakeful ? WakefulTurn : RestingTurn;
        _something.WaitOne(most >= 0 ? Math.Min(most, turn) : turn);
    }

    /// <inheritdoc/>
    public void Dispose() => _something.Dispose();
}
