using System.Collections.Immutable;

namespace RigBuilder.Validation.Child;

/// <summary>Reads the events of one inference process and notices when they stop coming.</summary>
internal sealed class InferenceListener(TextReader output, IProgress<InferenceEvent>? progress, TimeProvider time)
{
    private readonly ImmutableArray<InferenceEvent>.Builder _events = ImmutableArray.CreateBuilder<InferenceEvent>();
    private Task<string?>? _pending;
    private InferenceStage _stage;

    /// <summary>Everything heard so far.</summary>
    public ImmutableArray<InferenceEvent> Events => _events.ToImmutable();

    /// <summary>Listens until the process says that it has finished, ends, falls silent for too long, or we are cancelled.</summary>
    public async Task<InferenceEnding> ListenAsync(Func<InferenceStage, TimeSpan> patience, CancellationToken cancellation)
    {
        while (true)
        {
            using var timeout = new CancellationTokenSource(patience(_stage), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
            try
            {
                if (await LineAsync(either.Token).ConfigureAwait(false) is not { } line) return InferenceEnding.Died;
                if (Hear(line) is InferenceEvent.Finished finished) return finished.Complete ? InferenceEnding.Completed : InferenceEnding.Failed;
            }
            catch (OperationCanceledException)
            {
                return cancellation.IsCancellationRequested ? InferenceEnding.Cancelled : InferenceEnding.Hung;
            }
        }
    }

    /// <summary>Hears what an ended process had still to say.</summary>
    public async Task DrainAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        try
        {
            while (await LineAsync(timeout.Token).ConfigureAwait(false) is { } line) Hear(line);
        }
        catch (OperationCanceledException)
        {
            // A child of the child may hold the pipe open; what it says is not ours.
        }
    }

    private InferenceEvent? Hear(string line)
    {
        if (InferenceLines.ReadEvent(line) is not { } told) return null;
        if (told is InferenceEvent.StageBegan began) _stage = began.Stage;
        _events.Add(told);
        progress?.Report(told);
        return told;
    }

    /// <summary>The next line; a read that was waited for in vain goes on and serves the next call.</summary>
    private async Task<string?> LineAsync(CancellationToken limit)
    {
        _pending ??= output.ReadLineAsync(CancellationToken.None).AsTask();
        try
        {
            var line = await _pending.WaitAsync(limit).ConfigureAwait(false);
            _pending = null;
            return line;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
