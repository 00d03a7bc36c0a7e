namespace RigBuilder.Validation.Runtime;

/// <summary>
/// A context on which tests run, with llama-bench's definitions: random tokens, the cache cleared before each test, all work
/// finished before the clock stops.
/// </summary>
public interface IInferenceSession : IDisposable
{
    /// <summary>Cache and compute buffers of this context, per device; without the weights.</summary>
    MemoryReport Memory { get; }

    /// <summary>Runs one test once, unfiltered: the caller judges whether it was disturbed.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    Outcome<TestRun> Run(SpeedTest test, CancellationToken cancellation);
}
