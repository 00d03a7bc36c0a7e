using System.Diagnostics;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Bandwidth;

/// <summary>Moments at which the windows of several passes began and ended. The first pass warms up and does not count.</summary>
/// <param name="windows">Windows of a pass.</param>
/// <param name="passes">Passes that count.</param>
internal sealed class WindowTimes(int windows, int passes)
{
    private readonly long[] _moments = new long[(windows * (passes + 1)) + 1];
    private int _count;

    /// <summary>Windows of all passes.</summary>
    public int Windows => windows * (passes + 1);

    /// <summary>Notes that a window ended and the next one begins.</summary>
    public void Pass(long moment)
    {
        if (_count < _moments.Length) _moments[_count++] = moment;
    }

    /// <summary>
    /// The speed that a twentieth of the windows reach. The very fastest would not do: for a millisecond a memory that is shared
    /// with other machines can be half as fast again as for the seconds that generation takes.
    /// </summary>
    /// <param name="bytes">Bytes of a whole pass.</param>
    public BytesPerSecond Best(double bytes) => ReachedBy(0.05, bytes);

    /// <summary>The speed that a quarter of the windows reach: interruptions and bursts are both left out.</summary>
    /// <param name="bytes">Bytes of a whole pass.</param>
    public BytesPerSecond Steady(double bytes) => ReachedBy(0.25, bytes);

    /// <summary>Speed of the median pass.</summary>
    /// <param name="bytes">Bytes of a whole pass.</param>
    public BytesPerSecond Median(double bytes)
    {
        var times = Enumerable.Range(1, passes).Select(p => Seconds(p * windows, (p + 1) * windows)).Order().ToArray();
        return Speed(bytes, times[passes / 2]);
    }

    private BytesPerSecond ReachedBy(double share, double bytes)
    {
        var times = Enumerable.Range(windows, windows * passes).Select(w => Seconds(w, w + 1)).Order().ToArray();
        return Speed(bytes / windows, times[(int)(share * (times.Length - 1))]);
    }

    private double Seconds(int from, int to) => Stopwatch.GetElapsedTime(_moments[from], _moments[to]).TotalSeconds;

    private static BytesPerSecond Speed(double bytes, double seconds) => BytesPerSecond.FromValue(bytes / Math.Max(seconds, 1e-9));
}
