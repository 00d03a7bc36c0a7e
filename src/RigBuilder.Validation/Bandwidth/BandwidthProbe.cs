using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Bandwidth;

/// <summary>
/// Measures how fast threads read and copy memory with vector instructions. Honest about caches: the buffer is several times
/// the last-level cache, so that a pass finds nothing of the one before. Honest about NUMA: every thread fills its own part
/// first, so that the system places it near.
/// </summary>
/// <param name="threads">Threads, 1 or more.</param>
/// <param name="buffer">Memory per pass, over all threads; see <see cref="BufferFor"/>.</param>
public sealed class BandwidthProbe(int threads, Bytes buffer)
{
    private const int VectorsPerStep = 4;
    private const int DefaultPasses = 24;
    private const long CacheFactor = 4;
    private static readonly Bytes Least = Bytes.FromMiB(256);
    private static readonly Bytes Most = Bytes.FromGiB(2);

    /// <summary>A buffer several times the cache, from 256 MiB to 2 GiB, and at most a quarter of what is free.</summary>
    public static Bytes BufferFor(Bytes? lastLevelCache, Bytes? available)
    {
        var wished = Math.Clamp((lastLevelCache ?? Bytes.Zero).Count * CacheFactor, Least.Count, Most.Count);
        return Bytes.FromCount(available is { } free ? Math.Min(wished, Math.Max(Bytes.FromMiB(16).Count, free.Count / 4)) : wished);
    }

    /// <summary>Runs the passes.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, at the latest after one pass.</exception>
    public BandwidthReport Run(CancellationToken cancellation, int passes = DefaultPasses)
    {
        var words = (int)Math.Max(1 << 16, buffer.Count / threads / sizeof(ulong) / 1024 * 1024);
        var parts = new ulong[threads][];
        Together(i =>
        {
            parts[i] = GC.AllocateUninitializedArray<ulong>(words);
            parts[i].AsSpan().Fill((ulong)i + 1);
        });
        var bytes = (double)words * sizeof(ulong) * threads;
        var reads = Measure(passes, cancellation, i => Read(parts[i]), bytes);
        var copies = Measure(Math.Max(1, passes / 2), cancellation, i => Copy(parts[i]), bytes);
        return new BandwidthReport(
            reads[^1], reads[reads.Length / 2], copies[^1], copies[copies.Length / 2], threads, Bytes.FromDouble(bytes), passes);
    }

    private BytesPerSecond[] Measure(int passes, CancellationToken cancellation, Func<int, ulong> work, double bytes)
    {
        var speeds = new BytesPerSecond[passes];
        var sink = 0UL;
        for (var pass = -1; pass < passes; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            var started = 0L;
            using var line = new Barrier(threads, _ => started = Stopwatch.GetTimestamp());
            Together(i =>
            {
                line.SignalAndWait();
                Interlocked.Add(ref sink, work(i));
            });
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (pass >= 0) speeds[pass] = BytesPerSecond.FromValue(bytes / seconds);
        }

        GC.KeepAlive(sink);
        Array.Sort(speeds, (a, b) => a.CompareTo(b));
        return speeds;
    }

    /// <summary>Runs the work on threads of its own: the pool's might be busy or too few.</summary>
    private void Together(Action<int> work)
    {
        var others = Enumerable.Range(1, threads - 1).Select(i => new Thread(() => work(i)) { IsBackground = true }).ToList();
        foreach (var thread in others) thread.Start();
        work(0);
        foreach (var thread in others) thread.Join();
    }

    private static ulong Read(ulong[] data) => Vector512.IsHardwareAccelerated ? Read512(data) : Read256(data);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Read512(ulong[] data)
    {
        ref var at = ref MemoryMarshal.GetArrayDataReference(data);
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
    private static ulong Read256(ulong[] data)
    {
        ref var at = ref MemoryMarshal.GetArrayDataReference(data);
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

    /// <summary>Copies the lower half over the upper one: each half is gone through once, read and written bytes sum to the buffer.</summary>
    private static ulong Copy(ulong[] data)
    {
        var half = data.Length / 2;
        data.AsSpan(0, half).CopyTo(data.AsSpan(half));
        return data[^1];
    }
}
