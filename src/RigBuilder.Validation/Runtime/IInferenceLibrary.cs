namespace RigBuilder.Validation.Runtime;

/// <summary>An opened native library. Dispose models first.</summary>
public interface IInferenceLibrary : IDisposable
{
    /// <summary>Version, devices and CPU features.</summary>
    RuntimeDescription Description { get; }

    /// <summary>Loads a model file.</summary>
    /// <param name="options">File and placement.</param>
    /// <param name="progress">Receives the loaded share, 0 to 1, at least once on success; null to ignore.</param>
    /// <param name="cancellation">Stops the load within a fraction of a second.</param>
    /// <exception cref="OperationCanceledException">The load was cancelled.</exception>
    Attempt<ILoadedModel> Load(LoadOptions options, IProgress<double>? progress, CancellationToken cancellation);
}
