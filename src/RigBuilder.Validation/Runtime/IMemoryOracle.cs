using RigBuilder.Domain.Models;

namespace RigBuilder.Validation.Runtime;

/// <summary>Says exactly what llama.cpp would allocate for a model, without a file and without allocating it.</summary>
public interface IMemoryOracle : IDisposable
{
    /// <summary>Weights, cache and compute buffers of a shape under given options.</summary>
    /// <param name="model">Shape and architecture.</param>
    /// <param name="quant">Quantisation of the weights.</param>
    /// <param name="context">Context length, cache types, flash attention, batches.</param>
    Outcome<MemoryReport> Measure(LlmModel model, Quant quant, ContextOptions context);
}
