using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace RigBuilder.Machine.Ports;

/// <summary>
/// Runs tools as child processes: no shell, C locale, closed standard input, both outputs read while the tool runs (a full pipe
/// would otherwise stop it for ever), the whole process tree killed on timeout, flood or cancellation.
/// </summary>
/// <param name="time">Clock of the timeouts.</param>
public sealed class ChildProcesses(TimeProvider time) : IProcessRunner
{
    /// <inheritdoc/>
    public async Task<ToolRun> RunAsync(ToolCall call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (ToolFolders.Find(call.Tool) is not { } path) return ToolRun.Absent;
        using var process = new Process { StartInfo = Describe(path, call) };
        try
        {
            if (!process.Start()) return new ToolRun(ToolEnding.NotStarted, -1, "", $"{path} did not start");
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return new ToolRun(ToolEnding.NotStarted, -1, "", failure.Message);
        }

        return await FollowAsync(process, call, cancellation).ConfigureAwait(false);
    }

    private static ProcessStartInfo Describe(string path, ToolCall call)
    {
        var info = new ProcessStartInfo(path, call.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        info.Environment["LC_ALL"] = "C";
        info.Environment["LANGUAGE"] = "C";
        return info;
    }

    private async Task<ToolRun> FollowAsync(Process process, ToolCall call, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(call.Timeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        var output = new CappedText(call.OutputLimit);
        var error = new CappedText(call.OutputLimit);
        try
        {
            process.StandardInput.Close();
            await Task.WhenAll(
                FillAsync(output, process.StandardOutput, stop),
                FillAsync(error, process.StandardError, stop)).ConfigureAwait(false);
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            return new ToolRun(ToolEnding.Exited, process.ExitCode, output.ToString(), error.ToString());
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            var run = Kill(process, output.IsFull || error.IsFull ? ToolEnding.Flooded : ToolEnding.TimedOut, output, error);
            cancellation.ThrowIfCancellationRequested();
            return run;
        }
    }

    // The stream that is full stops the other one too: the tool may be waiting for us to go on reading.
    private static async Task FillAsync(CappedText text, StreamReader reader, CancellationTokenSource stop)
    {
        await text.FillAsync(reader, stop.Token).ConfigureAwait(false);
        if (text.IsFull) await stop.CancelAsync().ConfigureAwait(false);
        stop.Token.ThrowIfCancellationRequested();
    }

    private static ToolRun Kill(Process process, ToolEnding ending, CappedText output, CappedText error)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It ended by itself meanwhile, or the kernel holds it (a driver that hangs): nothing more can be done from here.
        }

        return new ToolRun(ending, -1, output.ToString(), error.ToString());
    }
}
