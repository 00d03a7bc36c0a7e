using System.Diagnostics;

namespace RigBuilder.Tui;

/// <summary>
/// How often the library's loop turns. Between turns it sleeps: at its default of 25 a second a key waits up to 40 ms, at 100 the
/// loop costs several per cent of a core. So it is quick while something happens, and slow while nothing does.
/// </summary>
internal sealed class Pace
{
    private const ushort Quick = 100;
    private const ushort Slow = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private long _lastEvent = Stopwatch.GetTimestamp();
    private bool _slow;

    /// <summary>Something happened.</summary>
    public void Quicken()
    {
        _lastEvent = Stopwatch.GetTimestamp();
        if (_slow) Set(slow: false);
    }

    /// <summary>A turn of the loop passed.</summary>
    public void Turned()
    {
        if (!_slow && Stopwatch.GetElapsedTime(_lastEvent) > Patience) Set(slow: true);
    }

    /// <summary>Begins quick.</summary>
    public static void Begin() => Application.MaximumIterationsPerSecond = Quick;

    private void Set(bool slow)
    {
        _slow = slow;
        Application.MaximumIterationsPerSecond = slow ? Slow : Quick;
    }
}
