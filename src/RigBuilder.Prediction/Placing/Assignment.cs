using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Placing;

/// <summary>
/// Which layers go where: layers before <see cref="FirstGpuLayer"/> stay on the CPU, the others are dealt to the GPUs in order;
/// the last GPU also holds the output. The experts of layers before <see cref="ExpertsFrom"/> stay on the CPU.
/// </summary>
/// <param name="Mode">Where the model runs.</param>
/// <param name="LayersPerGpu">Layers per GPU; all zero when the CPU runs everything.</param>
/// <param name="FirstGpuLayer">First layer on a GPU; the number of layers when none is.</param>
/// <param name="ExpertsFrom">First layer whose experts are on the GPU with it.</param>
internal sealed record Assignment(PlacementMode Mode, int[] LayersPerGpu, int FirstGpuLayer, int ExpertsFrom)
{
    /// <summary>Whether any layer is on a GPU.</summary>
    public bool UsesGpu => Mode is PlacementMode.SingleGpu or PlacementMode.MultiGpu or PlacementMode.Partial;

    /// <summary>Weights of a layer on its GPU.</summary>
    public double OnGpu(ModelProfile profile, int layer) =>
        layer < FirstGpuLayer ? 0 : profile.Dense[layer] + (layer >= ExpertsFrom ? profile.Experts[layer] : 0);

    /// <summary>The last GPU that holds a layer; -1 when none does.</summary>
    public int OutputGpu => Array.FindLastIndex(LayersPerGpu, n => n > 0);
}
