using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources;

/// <summary>Waits for a source or a probe for a limited time, whatever it does.</summary>
internal static class Patience
{
    /// <summary>
    /// The report; an empty one with a diagnostic when it takes too long or fails. Runs on the thread pool: even a source that
    /// blocks in a system call is waited for no longer than the limit.
    /// </summary>
    public static async Task<MachineReport> WaitAsync(
        string name, Func<CancellationToken, Task<MachineReport>> read, TimeProvider time, TimeSpan limit, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            return await Task.Run(() => read(stop.Token), cancellation).WaitAsync(limit, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            return MachineReport.Empty with { Diagnostics = [ProbeDiagnostics.Slow(name, limit)] };
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return MachineReport.Empty with { Diagnostics = [ProbeDiagnostics.Failed(name, failure)] };
        }
    }
}
