using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Protocol;

/// <summary>Bytes of weights that generating one token reads.</summary>
public static class ActiveBytes
{
    /// <summary>
    /// Everything but the embeddings (one row of which is read, unless they are the output matrix too) and the experts that are
    /// not used.
    /// </summary>
    public static Bytes Of(LlmModel model, Quant quant)
    {
        var plan = TensorPlan.For(model, quant);
        var experts = model.Shape.Experts is { } e ? plan.SizeOf(TensorRole.Experts) * (1 - ((double)e.Used / e.Count)) : Bytes.Zero;
        var embeddings = model.Shape.TiedEmbeddings ? Bytes.Zero : plan.SizeOf(TensorRole.Embedding);
        return plan.Size - experts - embeddings;
    }
}
