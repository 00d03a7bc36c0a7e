using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Bandwidth;

/// <summary>
/// Measures how fast threads read and copy memory with vector instructions. Honest about caches: the buffer is several times
/// the last-level caches, so that a pass finds nothing of the one before. Honest about NUMA: every thread fills its own part
/// first, so that the system places it near, and reads that part only. A pass goes through the buffer in windows short enough to
/// fit between interruptions, so that the faster ones tell the memory's speed on a busy machine too.
/// </summary>
/// <param name="threads">Threads, 1 or more.</param>
/// <param name="buffer">Memory per pass, over all threads; see <see cref="BufferFor"/>.</param>
public sealed class BandwidthProbe(int threads, Bytes buffer)
{
    private const int VectorsPerStep = 4;
    private const int DefaultPasses = 48;
    private const long CacheFactor = 4;
    private static readonly Bytes Least = Bytes.FromMiB(256);
    private static readonly Bytes Most = Bytes.FromGiB(8);

    /// <summary>Windows of a pass; few with many threads, whose meeting at the end of each takes longer.</summary>
    private readonly int _windows = threads <= 4 ? 8 : threads <= 16 ? 4 : 1;

    /// <summary>A buffer several times the caches, from 256 MiB to 8 GiB, and at most a quarter of what is free.</summary>
    public static Bytes BufferFor(Bytes? lastLevelCache, Bytes? available)
    {
        var wished = Math.Clamp((lastLevelCache ?? Bytes.Zero).Count * CacheFactor, Least.Count, Most.Count);
        return Bytes.FromCount(available is { } free ? Math.Min(wished, Math.Max(Bytes.FromMiB(16).Count, free.Count / 4)) : wished);
    }

    /// <summary>Runs the passes.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, at the latest after one window.</exception>
    public BandwidthReport Run(CancellationToken cancellation, int passes = DefaultPasses)
    {
        var copies = Math.Max(1, passes / 2);
        var reading = new WindowTimes(_windows, passes);
        var copying = new WindowTimes(_windows, copies);
        var bytes = (double)Work(reading, copying, cancellation) * sizeof(ulong) * threads;
        cancellation.ThrowIfCancellationRequested();
        return new BandwidthReport(
            reading.Best(bytes), reading.Median(bytes), copying.Best(bytes), copying.Median(bytes), threads, Bytes.FromDouble(bytes), passes)
        {
            ReadSteady = reading.Steady(bytes),
        };
    }

    /// <summary>Lets threads of our own (the pool's might be busy or too few) go through all windows side by side.</summary>
    /// <returns>Words per thread and pass.</returns>
    private int Work(WindowTimes reading, WindowTimes copying, CancellationToken cancellation)
    {
        var step = VectorsPerStep * 8 * _windows * 2;
        var words = (int)Math.Clamp(buffer.Count / threads / sizeof(ulong), 1 << 16, 1 << 30) / step * step;
        var stopped = false;
        var sink = 0UL;
        WindowTimes? measured = null;
        using var line = new Barrier(threads, _ =>
        {
            measured?.Pass(Stopwatch.GetTimestamp());
            stopped = cancellation.IsCancellationRequested;
        });
        void Go()
        {
            var part = GC.AllocateUninitializedArray<ulong>(words);
            part.AsSpan().Fill(1);
            foreach (var times in (ReadOnlySpan<WindowTimes>)[reading, copying])
            {
                line.SignalAndWait();
                if (stopped) return;
                measured = times;
                for (var window = 0; window < times.Windows; window++)
                {
                    line.SignalAndWait();
                    if (stopped) return;
                    var slice = part.AsSpan(window % _windows * (words / _windows), words / _windows);
                    Interlocked.Add(ref sink, ReferenceEquals(times, reading) ? Read(slice) : Copy(slice));
                }

                line.SignalAndWait();
                if (stopped) return;
            }
        }

        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Go) { IsBackground = true }).ToList();
        foreach (var thread in others) thread.Start();
        Go();
        foreach (var thread in others) thread.Join();
        GC.KeepAlive(sink);
        return words;
    }

    private static ulong Read(ReadOnlySpan<ulong> data) => Vector512.IsHardwareAccelerated ? Read512(data) : Read256(data);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Read512(ReadOnlySpan<ulong> data)
    {
        ref var at = ref MemoryMarshal.GetReference(data);
        Vector512<ulong> a = default, b = default, c = default, d = default;
        nuint width = (nuint)Vector512<ulong>.Count, end = (nuint)data.Length;
        unchecked
        {
            for (nuint i = 0; i + (width * VectorsPerStep) <= end; i += width * VectorsPerStep)
            {
                a ^= Vector512.LoadUnsafe(ref at, i);
                b ^= Vector512.LoadUnsafe(ref at, i + width);
                c ^= Vector512.LoadUnsafe(ref at, i + (2 * width));
                d ^= Vector512.LoadUnsafe(ref at, i + (3 * width));
            }
        }

        return (a ^ b ^ c ^ d).GetElement(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Read256(ReadOnlySpan<ulong> data)
    {
        ref var at = ref MemoryMarshal.GetReference(data);
        Vector256<ulong> a = default, b = default, c = default, d = default;
        nuint width = (nuint)Vector256<ulong>.Count, end = (nuint)data.Length;
        unchecked
        {
            for (nuint i = 0; i + (width * VectorsPerStep) <= end; i += width * VectorsPerStep)
            {
                a ^= Vector256.LoadUnsafe(ref at, i);
                b ^= Vector256.LoadUnsafe(ref at, i + width);
                c ^= Vector256.LoadUnsafe(ref at, i + (2 * width));
                d ^= Vector256.LoadUnsafe(ref at, i + (3 * width));
            }
        }

        return (a ^ b ^ c ^ d).GetElement(0);
    }

    /// <summary>Copies the lower half over the upper one: each half is gone through once, read and written bytes sum to the whole.</summary>
    private static ulong Copy(Span<ulong> data)
    {
        var half = data.Length / 2;
        data[..half].CopyTo(data[half..]);
        return data[^1];
    }
}
