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

    /// <summary>
    /// Bytes of the buffer of one device. Where a wider mask closes a gap, llama.cpp's buffer shrinks at one length of the context; here it
    /// shrinks only as fast as the cache grows, so that more context never takes less memory in all.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="quest">The workload.</param>
    /// <param name="cache">Its cache.</param>
    /// <param name="devices">Devices that have such a buffer.</param>
    public static double Of(LlmModel model, Quest quest, in KvCache cache, int devices)
    {
        var reported = Of(model, quest, cache.Cells);
        var threshold = Threshold(model.Shape, quest);
        if (cache.Cells < threshold) return reported;
        var before = Of(model, quest, threshold, null, false);
        return Math.Max(reported, before - (cache.Growth * (cache.Cells - threshold) / Math.Max(1, devices)));
    }

    /// <summary>Bytes of the buffer of one device as llama.cpp reports them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="quest">The workload.</param>
    /// <param name="cells">Cells of the cache.</param>
    /// <param name="outputs">Tokens of a micro-batch whose logits are kept; llama.cpp reserves for all of them unless told otherwise.</param>
    public static double Of(LlmModel model, Quest quest, long cells, int? outputs = null) =>
        Of(model, quest, cells, outputs, cells >= Threshold(model.Shape, quest));

    // Cells at which the mask is as wide as an activation.
    private static long Threshold(ModelShape shape, Quest quest) => quest.FlashAttention ? 2L * shape.Hidden : shape.Hidden;

    private static double Of(LlmModel model, Quest quest, long cells, int? outputs, bool wide)
    {
        var shape = model.Shape;
        double batch = Math.Max(1, Math.Min(quest.EffectiveMicroBatch, cells));
        var embedding = batch * shape.Hidden * Float;
        var feedForward = 3 * batch * FeedForwardWidth(shape) * Float;
        var mask = cells * batch * (quest.FlashAttention ? 2 : Float);
        var keys = batch * shape.KvHeads * shape.HeadDim * Float;
        var kept = Math.Min(batch, outputs ?? batch);
        var logits = (kept * shape.Vocab * Float) + Beside(model, quest, wide, mask, embedding, quest.FlashAttention ? 0 : 2 * keys);
        if (shape.Latent is { } latent) return Math.Max(logits, Absorbed(shape, latent, batch) + (4 * embedding) + mask + Scores(shape, quest, cells, batch));
        if (quest.FlashAttention)
        {
            // With a quantised cache and few logits, one activation fewer is alive at the widest moment; the same beside a mask that
            // is wider than an activation.
            var quantised = (Quest.IsQuantised(quest.KeyType) && Square(shape)) || Fused(model);
            var activations = quantised && (kept < batch || wide) ? 3 : 4;
            return Math.Max(feedForward + (activations * embedding) + mask, logits);
        }

        var scores = Scores(shape, quest, cells, batch) + mask + ((Fused(model) ? 3 : 5) * embedding) + (2 * keys);
        // Grouped heads, with all logits kept, leave a gap behind the narrower keys that an activation does not fit into.
        var grouped = shape.KvHeads < shape.Heads && kept >= batch ? 4 : 3;
        return Math.Max(Math.Max(scores, feedForward + (grouped * embedding) + (2 * keys) + mask), logits);
    }

    /// <summary>
    /// Bytes of the further copies of a batch's inputs that each of several GPUs keeps to work ahead (four in all); llama.cpp
    /// goes without where they do not fit.
    /// </summary>
    public static double Copies(ModelShape shape, Quest quest, long cells) => 3 * Inputs(shape, quest, cells);

    /// <summary>Bytes of a batch's inputs: all that is left in system memory where GPUs compute.</summary>
    public static double Inputs(ModelShape shape, Quest quest, long cells)
    {
        double batch = Math.Max(1, Math.Min(quest.EffectiveMicroBatch, cells));
        return (batch * shape.Hidden * Float) + (batch * cells * (quest.FlashAttention ? 2 : Float));
    }

    private static double Scores(ModelShape shape, Quest quest, long cells, double batch) =>
        quest.FlashAttention ? 0 : batch * cells * shape.Heads * Float;

    // Latent attention: queries as they are, absorbed into the latent space, with the rotary part, and the result in that space.
    private static double Absorbed(ModelShape shape, LatentAttention latent, double batch) => batch * shape.Heads * Float
        * ((2 * latent.KvLoraRank) + latent.RopeDim + latent.NopeDim + latent.RopeDim + latent.ValueDim);

    /// <summary>Activations that are alive beside the logits.</summary>
    private static double Beside(LlmModel model, Quest quest, bool wide, double mask, double embedding, double keys)
    {
        if (Fused(model)) return wide || (!quest.FlashAttention && model.Shape.KvHeads == model.Shape.Heads) ? 2 * embedding : (4 * embedding) + mask + keys;
        if (model.Shape.Latent is not null || model.Shape.Experts is { SharedFfn: > 0 } || model.Shape.Experts is { DenseFirstLayers: > 0 })
            return wide ? 3 * embedding : (4 * embedding) + mask;
        return (wide && Square(model.Shape) && !(quest.FlashAttention && !Quest.IsQuantised(quest.KeyType)) ? 3 : 2) * embedding;
    }

    private static bool Square(ModelShape shape) => shape.Heads * shape.HeadDim == shape.Hidden;

    // Fused query, key, value and gate matrices are split into views, which leaves the allocator other gaps.
    private static bool Fused(LlmModel model) => model.Architecture == "phi3";

    private static double FeedForwardWidth(ModelShape shape) => shape.Experts is { } experts
        ? Math.Max(shape.Ffn, (experts.Used * experts.Ffn) + experts.SharedFfn)
        : shape.Ffn;
}
