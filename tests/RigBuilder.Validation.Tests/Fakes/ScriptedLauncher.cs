using RigBuilder.Validation.Child;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>A process that writes given lines, then ends with a code or, without one, hangs until it is killed.</summary>
public sealed class ScriptedLauncher(int? exitCode, string errors, params string[] lines) : IInferenceLauncher
{
    public int Kills { get; private set; }

    /// <summary>Whether the system takes its time to end it: killed, it neither exits nor closes its output.</summary>
    public bool Lingers { get; init; }

    public Attempt<IInferenceProcess> Start() => Attempt<IInferenceProcess>.Of(new Process(this));

    private sealed class Process : IInferenceProcess
    {
        private readonly ScriptedLauncher _script;
        private readonly int? _code;
        private readonly LinePipe _in = new();
        private readonly LinePipe _out = new();
        private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Process(ScriptedLauncher script)
        {
            (_script, _code, LastErrors) = (script, script.ExitCode, script.Errors);
            foreach (var line in script.Lines) _out.Writer.WriteLine(line);
            if (_code is { } code) End(code);
        }

        public TextWriter Input => _in.Writer;

        public TextReader Output => _out.Reader;

        public string LastErrors { get; }

        public void Kill()
        {
            _script.Kills++;
            if (!_script.Lingers) End(137);
        }

        public Task<int> WaitForExitAsync() => _exit.Task;

        public void Dispose() => End(137);

        private void End(int code)
        {
            _exit.TrySetResult(code);
            _out.Close();
            if (_code is not null) _in.Close();
        }
    }

    private int? ExitCode => exitCode;

    private string Errors => errors;

    private string[] Lines => lines;
}
