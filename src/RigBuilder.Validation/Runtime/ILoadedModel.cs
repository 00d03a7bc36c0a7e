using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Runtime;

/// <summary>A model in memory. Dispose sessions first.</summary>
public interface ILoadedModel : IDisposable
{
    /// <summary>What the library says about the model.</summary>
    ModelFacts Facts { get; }

    /// <summary>Wall time of the load.</summary>
    Duration LoadTime { get; }

    /// <summary>Weights as placed, per device.</summary>
    BufferReport Weights { get; }

    /// <summary>Creates a context: its cache and compute buffers are committed now.</summary>
    Attempt<IInferenceSession> Open(ContextOptions options);
}

/// <summary>What the library says about a loaded model.</summary>
/// <param name="Description">Its own words ("llama 7B Q4_0").</param>
/// <param name="Size">Size of all tensors.</param>
/// <param name="Parameters">Number of weights.</param>
/// <param name="Layers">Transformer blocks.</param>
/// <param name="Vocabulary">Vocabulary size.</param>
public sealed record ModelFacts(string Description, Bytes Size, double Parameters, int Layers, int Vocabulary);
