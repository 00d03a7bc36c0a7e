using System.Collections.Immutable;
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

    /// <summary>Number of cards that hold layers.</summary>
    public int Cards => LayersPerGpu.Count(n => n > 0);

    /// <summary>Order of preference: 0 wholly on GPUs, 1 partly, 2 wholly in system memory, 3 nowhere.</summary>
    public int Rank => Mode switch
    {
        PlacementMode.SingleGpu or PlacementMode.MultiGpu => 0,
        PlacementMode.Partial => 1,
        PlacementMode.CpuOnly => 2,
        _ => 3,
    };

    /// <summary>The assignment to a set of cards as one to all cards of a rig.</summary>
    /// <param name="cards">Index of each card of the set in the rig.</param>
    /// <param name="all">Cards of the rig.</param>
    public Assignment On(ImmutableArray<int> cards, int all)
    {
        if (cards.Length == all) return this;
        var counts = new int[all];
        for (var i = 0; i < cards.Length; i++) counts[cards[i]] = LayersPerGpu[i];
        return this with { LayersPerGpu = counts };
    }

    /// <summary>The last GPU that holds a layer; -1 when none does.</summary>
    public int OutputGpu => Array.FindLastIndex(LayersPerGpu, n => n > 0);
}
