using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Memory;

/// <summary>
/// The size of llama.cpp's graph buffer: layers reuse it, so it holds the widest moment of one layer (feed-forward, attention
/// scores without flash attention) or the logits of a micro-batch. Fitted on what llama.cpp reports for Llama shapes.
/// </summary>
internal static class ComputeBuffer
{
    private const double Float = 4;

    /// <summary>Bytes of the buffer of one device.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="quest">The workload.</param>
    /// <param name="cells">Cells of the cache.</param>
    /// <param name="outputs">Tokens of a micro-batch whose logits are kept; llama.cpp reserves for all of them unless told otherwise.</param>
    public static double Of(ModelShape shape, Quest quest, long cells, int? outputs = null)
    {
        double batch = Math.Max(1, Math.Min(quest.MicroBatch, cells));
        var embedding = batch * shape.Hidden * Float;
        var feedForward = batch * FeedForwardWidth(shape) * Float;
        var logits = (Math.Min(batch, outputs ?? batch) * shape.Vocab * Float) + (2 * embedding);
        if (quest.FlashAttention)
        {
            // With a quantised cache and few logits, one activation fewer is alive at the widest moment.
            var activations = quest.KeyType != KvType.F16 && outputs < batch ? 3 : 4;
            return Math.Max((3 * feedForward) + (activations * embedding) + (cells * batch * 2), logits);
        }

        var keys = batch * shape.KvHeads * shape.HeadDim * Float;
        var mask = cells * batch * Float;
        var scores = (batch * cells * shape.Heads * Float) + mask + (5 * embedding) + (2 * keys);
        return Math.Max(Math.Max(scores, (3 * feedForward) + (3 * embedding) + (2 * keys) + mask), logits);
    }

    /// <summary>
    /// Bytes of the further copies of a batch's inputs that each of several GPUs keeps to work ahead (four in all); llama.cpp
    /// goes without where they do not fit.
    /// </summary>
    public static double Copies(ModelShape shape, Quest quest, long cells) => 3 * Inputs(shape, quest, cells);

    /// <summary>Bytes in system memory: everything without GPU, else the inputs of a batch.</summary>
    public static double OfHost(ModelShape shape, Quest quest, long cells, bool usesGpu) =>
        usesGpu ? Inputs(shape, quest, cells) : Of(shape, quest, cells);

    private static double Inputs(ModelShape shape, Quest quest, long cells)
    {
        double batch = Math.Max(1, Math.Min(quest.MicroBatch, cells));
        return (batch * shape.Hidden * Float) + (batch * cells * (quest.FlashAttention ? 2 : Float));
    }

    private static double FeedForwardWidth(ModelShape shape) => shape.Experts is { } experts
        ? Math.Max(shape.Ffn, (experts.Used * experts.Ffn) + experts.SharedFfn)
        : shape.Ffn;
}
