using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Storage;

namespace RigBuilder.Validation.Child;

/// <summary>
/// The inference process: reads a job from its first line of input, works, and writes one JSON line per event. A line
/// "cancel", or the end of the input because the program that started it is gone, stops it.
/// </summary>
public sealed class InferenceChild
{
    /// <summary>The job was done.</summary>
    public const int Done = 0;

    /// <summary>The job failed; the events say why.</summary>
    public const int Failed = 1;

    /// <summary>There was no job in the input.</summary>
    public const int NoJob = 2;

    /// <summary>It was cancelled.</summary>
    public const int Cancelled = 3;

    /// <summary>The program itself failed, by a mistake of its own; the last words tell which.</summary>
    public const int Broken = 4;

    private const double ProgressStep = 0.01;
    private readonly InferenceChildPorts _ports;
    private readonly Lock _gate = new();

    /// <param name="ports">What it works with.</param>
    public InferenceChild(InferenceChildPorts ports) => _ports = ports;

    /// <summary>Serves one job.</summary>
    /// <returns>An exit code: one of the constants of this class.</returns>
    public int Run(TextReader input, TextWriter output)
    {
        if (InferenceLines.ReadJob(input.ReadLine()) is not { } job) return NoJob;
        using var stop = new CancellationTokenSource();
        using var ended = new ManualResetEventSlim();
        var listener = new Thread(() => Listen(input, job, stop, ended)) { IsBackground = true };
        listener.Start();
        var lastShare = -1.0;
        void Tell(InferenceEvent told)
        {
            if (told is InferenceEvent.LoadProgressed { Share: var share })
            {
                if (share < 1 && share - lastShare < ProgressStep) return;
                lastShare = share;
            }

            Write(output, told);
        }

        try
        {
            var runtime = _ports.Runtime(words => Write(output, new InferenceEvent.LastWords(words)));
            var complete = new InferenceJobRunner(runtime, _ports, Tell).Run(job, stop.Token);
            Write(output, new InferenceEvent.Finished(complete));
            return complete ? Done : Failed;
        }
        catch (OperationCanceledException)
        {
            Write(output, new InferenceEvent.Finished(false));
            return Cancelled;
        }
        catch (Exception e)
        {
            // Nothing is to be expected here: told by a code of its own, a mistake of ours is not taken for an abort of the library's.
            Write(output, new InferenceEvent.LastWords(e.ToString()));
            return Broken;
        }
        finally
        {
            ended.Set();
        }
    }

    private void Listen(TextReader input, InferenceJob job, CancellationTokenSource stop, ManualResetEventSlim ended)
    {
        string? line;
        while ((line = input.ReadLine()) is not null)
            if (line == InferenceLines.Cancel) break;
        try
        {
            if (ended.IsSet) return;
            // The program that made the file is gone and cannot delete it any more. Before stopping: the process may end at once then.
            if (line is null && job.ModelIsOurs) ModelFolder.Discard(job.Load.ModelPath);
            stop.Cancel();
            if (!ended.Wait(TimeSpan.FromSeconds(1))) _ports.Abandon?.Invoke();
        }
        catch (ObjectDisposedException)
        {
            // The run ended at the same moment.
        }
    }

    private void Write(TextWriter output, InferenceEvent told)
    {
        lock (_gate)
        {
            try
            {
                output.WriteLine(InferenceLines.Write(told));
                output.Flush();
            }
            catch (IOException)
            {
                // The reader is gone: the end of the input stops the run.
            }
        }
    }
}
