using System.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.LlamaCpp.Native;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.LlamaCpp;

/// <summary>A context of llama.cpp with a thread pool of its own, kept over all repetitions as llama-bench does.</summary>
internal sealed unsafe class LlamaCppSession : IInferenceSession
{
    private const int Seed = 20250101;
    private readonly LlamaApi _api;
    private readonly ContextOptions _options;
    private readonly int _vocabulary;
    private readonly bool _cpuComputes;
    private readonly Random _random = new(Seed);
    private readonly Threadpool? _threads;
    private nint _context;

    public LlamaCppSession(
        LlamaApi api, nint context, ContextOptions options, BufferReport memory, int vocabulary, bool cpuComputes)
    {
        (_api, _context, _options, Memory, _vocabulary, _cpuComputes) = (api, context, options, memory, vocabulary, cpuComputes);
        _threads = Threadpool.Attach(api, context, options.Threads);
    }

    /// <inheritdoc/>
    public BufferReport Memory { get; }

    /// <summary>The library's context; 0 when disposed.</summary>
    internal nint Context => _context;

    /// <inheritdoc/>
    public Attempt<TestRun> Run(SpeedTest test, IProgress<int>? generated, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_context == 0, this);
        if (test is { Tokens: < 1 } or { Depth: < 0 } || test.Context > _options.Context)
            return Attempt<TestRun>.Failed(InferenceDiagnostics.Contradiction(
                $"{test.Name} does not fit a context of {_options.Context} tokens", "use a longer context or a smaller test"));
        _api.MemoryClear(_api.GetMemory(_context), 0);
        var code = Batches(test.Depth, _options.Batch, null, cancellation);
        if (code != 0) return Attempt<TestRun>.Failed(InferenceDiagnostics.DecodeFailed(code));
        _api.Synchronize(_context);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        code = Batches(test.Tokens, test.Kind == SpeedTestKind.Prompt ? _options.Batch : 1, generated, cancellation);
        _api.Synchronize(_context);
        var elapsed = Stopwatch.GetElapsedTime(started);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        if (code != 0) return Attempt<TestRun>.Failed(InferenceDiagnostics.DecodeFailed(code));
        if (!LogitsAreFinite()) return Attempt<TestRun>.Failed(InferenceDiagnostics.LogitsNotFinite());
        var share = _cpuComputes ? cpu / (elapsed * _options.Threads) : (double?)null;
        return Attempt<TestRun>.Of(new TestRun(test.Tokens, Duration.FromSeconds(Math.Max(elapsed.TotalSeconds, 1e-9)), share));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context == 0) return;
        _api.DetachThreadpool(_context);
        _api.Free(_context);
        _context = 0;
        _threads?.Dispose();
    }

    private int Batches(int tokens, int size, IProgress<int>? generated, CancellationToken cancellation)
    {
        var buffer = new int[Math.Min(size, Math.Max(tokens, 1))];
        fixed (int* first = buffer)
        {
            for (var done = 0; done < tokens;)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = Math.Min(size, tokens - done);
                for (var i = 0; i < count; i++) first[i] = _random.Next(_vocabulary);
                var code = _api.Decode(_context, new Batch { TokenCount = count, Tokens = first });
                if (code != 0) return code;
                done += count;
                if (size > 1) continue;
                _api.Synchronize(_context);
                generated?.Report(done);
            }
        }

        return 0;
    }

    private bool LogitsAreFinite()
    {
        var logits = _api.GetLogits(_context, -1);
        if (logits is null) return false;
        foreach (var logit in new ReadOnlySpan<float>(logits, _vocabulary))
            if (!float.IsFinite(logit)) return false;
        return true;
    }
}
