using System.Diagnostics;
using LLama;
using LLama.Native;
using RigBuilder.Domain.Units;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>
/// A context of LLamaSharp. Times are taken around decode and synchronise, as llama-bench does: the library's own timings are
/// switched off by llama.cpp's default, which its parameters cannot change.
/// </summary>
internal sealed class LLamaSharpSession(
    LLamaContext context, ContextOptions options, BufferReport memory, int vocabulary, bool cpuComputes) : IInferenceSession
{
    private const int Seed = 20250101;
    private readonly Random _random = new(Seed);
    private readonly LLamaBatch _batch = new();

    /// <inheritdoc/>
    public BufferReport Memory => memory;

    /// <inheritdoc/>
    public Attempt<TestRun> Run(SpeedTest test, IProgress<int>? generated, CancellationToken cancellation)
    {
        if (test is { Tokens: < 1 } or { Depth: < 0 } || test.Context > options.Context)
            return Attempt<TestRun>.Failed(InferenceDiagnostics.Contradiction(
                $"{test.Name} does not fit a context of {options.Context} tokens", "use a longer context or a smaller test"));
        context.NativeHandle.MemoryClear();
        var code = Decode(0, test.Depth, options.Batch, null, cancellation);
        if (code != DecodeResult.Ok) return Attempt<TestRun>.Failed(InferenceDiagnostics.DecodeFailed((int)code));
        context.NativeHandle.Synchronize();
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        code = Decode(test.Depth, test.Tokens, test.Kind == SpeedTestKind.Prompt ? options.Batch : 1, generated, cancellation);
        context.NativeHandle.Synchronize();
        var elapsed = Stopwatch.GetElapsedTime(started);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        if (code != DecodeResult.Ok) return Attempt<TestRun>.Failed(InferenceDiagnostics.DecodeFailed((int)code));
        foreach (var logit in context.NativeHandle.GetLogitsIth(-1))
            if (!float.IsFinite(logit)) return Attempt<TestRun>.Failed(InferenceDiagnostics.LogitsNotFinite());
        var share = cpuComputes ? cpu / (elapsed * options.Threads) : (double?)null;
        return Attempt<TestRun>.Of(new TestRun(test.Tokens, Duration.FromSeconds(Math.Max(elapsed.TotalSeconds, 1e-9)), share));
    }

    /// <inheritdoc/>
    public void Dispose() => context.Dispose();

    private DecodeResult Decode(int from, int tokens, int size, IProgress<int>? generated, CancellationToken cancellation)
    {
        for (var done = 0; done < tokens;)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(size, tokens - done);
            _batch.Clear();
            for (var i = 0; i < count; i++) _batch.Add((LLamaToken)_random.Next(vocabulary), from + done + i, LLamaSeqId.Zero, i == count - 1);
            var code = context.Decode(_batch);
            if (code != DecodeResult.Ok) return code;
            done += count;
            if (size > 1) continue;
            context.NativeHandle.Synchronize();
            generated?.Report(done);
        }

        return DecodeResult.Ok;
    }
}
