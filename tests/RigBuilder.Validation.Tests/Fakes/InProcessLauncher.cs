using RigBuilder.Validation.Child;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>Runs the real inference child on a thread of this process, with a given runtime.</summary>
public sealed class InProcessLauncher(IInferenceRuntime runtime, FakeMachine machine) : IInferenceLauncher
{
    private Process? _started;

    public Attempt<IInferenceProcess> Start() => Attempt<IInferenceProcess>.Of(_started = new Process(runtime, machine));

    /// <summary>What a native library's abort looks like from outside.</summary>
    public void Abort() => _started!.End(134);

    private sealed class Process : IInferenceProcess
    {
        private readonly LinePipe _in = new();
        private readonly LinePipe _out = new();
        private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Process(IInferenceRuntime runtime, FakeMachine machine) => new Thread(() => Work(runtime, machine)) { IsBackground = true }.Start();

        public TextWriter Input => _in.Writer;

        public TextReader Output => _out.Reader;

        public string LastErrors => "";

        public void Kill() => End(137);

        public Task<int> WaitForExitAsync() => _exit.Task;

        public void Dispose() => End(137);

        private void Work(IInferenceRuntime runtime, FakeMachine machine) =>
            End(new InferenceChild(machine.Ports(runtime)).Run(_in.Reader, _out.Writer));

        public void End(int code)
        {
            _exit.TrySetResult(code);
            _in.Close();
            _out.Close();
        }
    }
}
