using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Runtime;

/// <summary>Says exactly what llama.cpp would allocate for a model, without a file and without allocating it.</summary>
public interface IMemoryOracle : IDisposable
{
    /// <summary>As the other, from the head of a GGUF file.</summary>
    /// <param name="head">Metadata and tensor list, padded to the alignment.</param>
    /// <param name="weights">Size of the tensor data.</param>
    /// <param name="context">Context length, cache types, flash attention, batches.</param>
    Attempt<BufferReport> Measure(ReadOnlySpan<byte> head, Bytes weights, ContextOptions context);

    /// <summary>Weights, cache and compute buffers of a shape under given options.</summary>
    /// <param name="model">Shape and architecture.</param>
    /// <param name="quant">Quantisation of the weights.</param>
    /// <param name="context">Context length, cache types, flash attention, batches.</param>
    Attempt<BufferReport> Measure(LlmModel model, Quant quant, ContextOptions context);
}
