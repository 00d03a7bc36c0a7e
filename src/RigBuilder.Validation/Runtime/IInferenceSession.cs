namespace RigBuilder.Validation.Runtime;

/// <summary>
/// A context on which tests run, with llama-bench's definitions: random tokens, the cache cleared before each test, all work
/// finished before the clock stops.
/// </summary>
public interface IInferenceSession : IDisposable
{
    /// <summary>Cache and compute buffers of this context, per device; without the weights.</summary>
    BufferReport Memory { get; }

    /// <summary>Runs one test once, unfiltered: the caller judges whether it was disturbed.</summary>
    /// <param name="test">The test.</param>
    /// <param name="generated">
    /// Receives the number of timed tokens generated so far, after each token and on the calling thread; its time counts, so it must
    /// be short. Not called for prompts. Null to ignore.
    /// </param>
    /// <param name="cancellation">Stops a generation after the token at hand, a prompt after the batch at hand.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    Attempt<TestRun> Run(SpeedTest test, IProgress<int>? generated, CancellationToken cancellation);
}
