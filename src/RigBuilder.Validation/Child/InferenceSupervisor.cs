using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Validation.Child;

/// <summary>
/// Runs an inference process and survives whatever it does. A process that tells nothing for too long is ended; a cancelled one
/// is asked to stop and ended half a second later.
/// </summary>
/// <param name="launcher">Starts the process.</param>
/// <param name="patience">Longest silence, by stage; see <see cref="Patience"/>.</param>
/// <param name="time">Clock of the waits.</param>
public sealed class InferenceSupervisor(IInferenceLauncher launcher, Func<InferenceStage, TimeSpan> patience, TimeProvider time)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

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
        await SendAsync(process, InferenceLines.Write(job)).ConfigureAwait(false);
        var ending = await listener.ListenAsync(patience, cancellation).ConfigureAwait(false);
        if (ending is InferenceEnding.Cancelled) await StopAsync(process).ConfigureAwait(false);
        if (ending is InferenceEnding.Hung) process.Kill();
        if (ending is InferenceEnding.Cancelled or InferenceEnding.Hung) await listener.DrainAsync(Grace).ConfigureAwait(false);
        var code = await ExitAsync(process).ConfigureAwait(false);
        return Conclude(ending, code, listener.Events, process.LastErrors);
    }

    private async Task StopAsync(IInferenceProcess process)
    {
        await SendAsync(process, InferenceLines.Cancel).ConfigureAwait(false);
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(Grace, time)).ConfigureAwait(false);
        process.Kill();
    }

    private async Task<int> ExitAsync(IInferenceProcess process)
    {
        var exit = process.WaitForExitAsync();
        if (await Task.WhenAny(exit, Task.Delay(Grace * 4, time)).ConfigureAwait(false) != exit) process.Kill();
        return await exit.ConfigureAwait(false);
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
        0 => "ended without a result",
        _ => $"ended with code {code}",
    };
}
