using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Validation.Child;

/// <summary>
/// Runs an inference process and survives whatever it does. A process that tells nothing for too long is ended; a cancelled one
/// is asked to stop and ended 0.2 seconds later. Nobody waits for an ended process to hand its memory back: for tens of GiB the
/// system takes seconds.
/// </summary>
/// <param name="launcher">Starts the process.</param>
/// <param name="patience">Longest silence, by stage; see <see cref="Patience"/>.</param>
/// <param name="time">Clock of the waits.</param>
public sealed class InferenceSupervisor(IInferenceLauncher launcher, Func<InferenceStage, TimeSpan> patience, TimeProvider time)
{
    /// <summary>128 + SIGINT.</summary>
    private const int Interrupted = 130;
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LastBreath = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>Generous limits: a prompt test on a slow CPU with a large model tells nothing for minutes.</summary>
    public static TimeSpan Patience(InferenceStage stage) => stage switch
    {
        // The cache is committed and cleared at once: tens of GiB on a busy machine take a while.
        InferenceStage.Load or InferenceStage.Memory => TimeSpan.FromMinutes(5),
        InferenceStage.WarmUp or InferenceStage.Test => TimeSpan.FromMinutes(20),
        _ => TimeSpan.FromMinutes(1),
    };

    /// <summary>Runs a job to its end, good or bad. Never throws for what the process does.</summary>
    public async Task<InferenceResult> RunAsync(InferenceJob job, IProgress<InferenceEvent>? progress, CancellationToken cancellation)
    {
        var started = launcher.Start();
        if (!started.Succeeded) return new InferenceResult(InferenceEnding.Failed, [], started.Diagnostics);
        using var process = started.Value;
        var listener = new InferenceListener(process.Output, progress, time);
        // Not waited for: a process that hangs before it reads its job is noticed by its silence.
        var sent = SendAsync(process, InferenceLines.Write(job));
        var ending = await listener.ListenAsync(patience, cancellation).ConfigureAwait(false);
        switch (ending)
        {
            case InferenceEnding.Cancelled:
                _ = sent.ContinueWith(_ => SendAsync(process, InferenceLines.Cancel), TaskScheduler.Default);
                await EndAsync(process, listener, Grace).ConfigureAwait(false);
                break;
            case InferenceEnding.Hung:
                await EndAsync(process, listener, TimeSpan.Zero).ConfigureAwait(false);
                break;
            case InferenceEnding.Completed or InferenceEnding.Failed:
                await EndAsync(process, listener, Farewell).ConfigureAwait(false);
                break;
        }

        var code = ending is InferenceEnding.Died ? await DeathAsync(process).ConfigureAwait(false) : 0;
        // Ctrl-C in a terminal reaches the process as well as us, and it may be gone before we heard of it.
        if (ending is InferenceEnding.Died && (code == Interrupted || cancellation.IsCancellationRequested)) ending = InferenceEnding.Cancelled;
        return Conclude(ending, code, listener.Events, process.LastErrors);
    }

    /// <summary>Gives a process some time to end by itself, ends it and hears what it had still to say, as far as that comes at once.</summary>
    private async Task EndAsync(IInferenceProcess process, InferenceListener listener, TimeSpan grace)
    {
        if (!await EndsAsync(process, grace).ConfigureAwait(false)) process.Kill();
        await listener.DrainAsync(LastBreath).ConfigureAwait(false);
    }

    private async Task<bool> EndsAsync(IInferenceProcess process, TimeSpan limit)
    {
        var exit = process.WaitForExitAsync();
        return await Task.WhenAny(exit, Task.Delay(limit, time)).ConfigureAwait(false) == exit;
    }

    /// <summary>The exit code of a process that closed its output, and so has handed its memory back.</summary>
    private async Task<int> DeathAsync(IInferenceProcess process)
    {
        if (!await EndsAsync(process, Farewell).ConfigureAwait(false)) process.Kill();
        return await process.WaitForExitAsync().ConfigureAwait(false);
    }

    private static async Task SendAsync(IInferenceProcess process, string line)
    {
        try
        {
            await process.Input.WriteLineAsync(line).ConfigureAwait(false);
            await process.Input.FlushAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It died before reading: the end of its output tells the same.
        }
    }

    private static InferenceResult Conclude(InferenceEnding ending, int code, ImmutableArray<InferenceEvent> events, string errors)
    {
        var complaints = events.OfType<InferenceEvent.Complained>().Select(c => c.Diagnostic).ToImmutableArray();
        var stage = events.OfType<InferenceEvent.StageBegan>().LastOrDefault();
        var where = stage is null ? "before its first stage" : $"in stage '{Name(stage)}'";
        var lastWords = events.OfType<InferenceEvent.LastWords>().LastOrDefault()?.Text ?? (errors.Length > 0 ? errors : null);
        Diagnostic? death = ending switch
        {
            InferenceEnding.Hung => InferenceDiagnostics.ChildDied($"told nothing for too long {where} and was ended", lastWords),
            InferenceEnding.Died => InferenceDiagnostics.ChildDied($"{Cause(code)} {where}", lastWords),
            _ => null,
        };
        return new InferenceResult(ending, events, death is null ? complaints : [.. complaints, death]);
    }

    private static string Name(InferenceEvent.StageBegan began) =>
        began.Test is { } test ? $"{began.Stage.ToString().ToLowerInvariant()} {test.Name}" : began.Stage.ToString().ToLowerInvariant();

    private static string Cause(int code) => code switch
    {
        134 => "was aborted by the native library",
        135 => "crashed (bus error: was the model file cut while it was mapped?)",
        137 => "was killed (by the system for lack of memory, or by hand)",
        139 => "crashed (segmentation fault)",
        InferenceChild.NoJob => "did not understand the job",
        InferenceChild.Broken => "failed by a mistake of this program's own",
        0 => "ended without a result",
        _ => $"ended with code {code}",
    };
}
