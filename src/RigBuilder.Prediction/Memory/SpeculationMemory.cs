using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Profiles;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Prediction.Memory;

/// <summary>
/// What speculative decoding takes besides, in bytes; with the output of the model. A draft model has its weights, its cache (16 bits, as
/// llama.cpp's -ctkd) and its buffer. Multi-token prediction has one more layer with a projection of two inputs, that layer's cache, a second
/// context's buffer, and of recurrent layers a copy of the state per drafted token (llama_context_params::n_rs_seq). Held against
/// club-3090 #1380: 22.7 GiB with it, where the model alone is 21.1 by this program.
/// </summary>
/// <param name="Weights">Weights.</param>
/// <param name="Kv">Cache and copies of recurrent state.</param>
/// <param name="Compute">Buffer.</param>
internal readonly record struct SpeculationMemory(double Weights, double Kv, double Compute)
{
    /// <summary>All of it.</summary>
    public double Total => Weights + Kv + Compute;

    /// <summary>What a quest's speculation takes; nothing without one or with an unknown draft model.</summary>
    public static SpeculationMemory Of(Quest quest, ModelProfile profile, in KvCache cache, ModelProfiles profiles)
    {
        if (quest.Launch.Speculation is not { } speculation) return default;
        return speculation.Kind == SpeculationKind.Mtp
            ? Mtp(quest, profile, cache, speculation.Tokens)
            : quest is { DraftModel: { Shape.Layers: > 0 } model, DraftQuant: { } quant } ? Draft(quest with { Model = model, Quant = quant }, profiles.Of(model, quant)) : default;
    }

    private static SpeculationMemory Draft(Quest quest, ModelProfile draft)
    {
        quest = quest with { KeyType = KvType.F16, ValueType = KvType.F16, Launch = LaunchSettings.Open };
        var cache = new KvCache(quest, draft.Model.Shape, quest.Context);
        return new(draft.Weights.Count, cache.Total(), ComputeBuffer.Of(draft.Model, quest, cache, 1));
    }

    private static SpeculationMemory Mtp(Quest quest, ModelProfile profile, in KvCache cache, int tokens)
    {
        var shape = profile.Model.Shape;
        var layer = shape.Layers - 1;
        while (layer > 0 && !TensorLayout.IsAttentionLayer(shape, layer)) layer--;
        var perElement = profile.DenseElements > 0 ? profile.DenseTotal / profile.DenseElements : 2;
        var weights = profile.Dense[layer] + profile.Experts[layer] + (2.0 * shape.Hidden * shape.Hidden * perElement);
        var state = 0.0;
        for (var l = 0; l < shape.Layers; l++)
            if (TensorLayout.IsRecurrentLayer(shape, l)) state += cache.Layer(l);
        return new(weights, cache.Layer(layer) + (tokens * state), ComputeBuffer.Of(profile.Model, quest, cache.Cells));
    }
}
