using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace RigBuilder.Validation.Child;

/// <summary>Starts a program as the inference process: the running executable itself, with its hidden command.</summary>
/// <param name="program">Path of the program.</param>
/// <param name="arguments">Its arguments.</param>
public sealed class InferenceProgram(string program, params ImmutableArray<string> arguments) : IInferenceLauncher
{
    /// <inheritdoc/>
    public Attempt<IInferenceProcess> Start()
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // ggml would start a debugger on itself to print a stack trace when it aborts.
        start.Environment["GGML_NO_BACKTRACE"] = "1";
        try
        {
            return Process.Start(start) is { } process
                ? Attempt<IInferenceProcess>.Of(new Running(process))
                : Attempt<IInferenceProcess>.Failed(InferenceDiagnostics.ChildDied("could not be started", program));
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return Attempt<IInferenceProcess>.Failed(InferenceDiagnostics.ChildDied($"could not be started: {e.Message}", program));
        }
    }

    private sealed class Running : IInferenceProcess
    {
        private const int KeptLines = 20;
        private readonly Process _process;
        private readonly Queue<string> _errors = new();

        public Running(Process process)
        {
            _process = process;
            process.ErrorDataReceived += (_, line) => Keep(line.Data);
            process.BeginErrorReadLine();
        }

        public TextWriter Input => _process.StandardInput;

        public TextReader Output => _process.StandardOutput;

        public string LastErrors
        {
            get
            {
                lock (_errors) return string.Join('\n', _errors);
            }
        }

        public void Kill()
        {
            try
            {
                // Not the tree: finding it takes a third of a second while the process keeps all processors busy, and the tools that it
                // starts (nvidia-smi and the like) end by themselves.
                _process.Kill();
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                // It has ended by itself.
            }
        }

        public async Task<int> WaitForExitAsync()
        {
            await _process.WaitForExitAsync().ConfigureAwait(false);
            return _process.ExitCode;
        }

        public void Dispose()
        {
            if (!_process.HasExited) Kill();
            _process.Dispose();
        }

        private void Keep(string? line)
        {
            if (line is null) return;
            lock (_errors)
            {
                _errors.Enqueue(line);
                if (_errors.Count > KeptLines) _errors.Dequeue();
            }
        }
    }
}
