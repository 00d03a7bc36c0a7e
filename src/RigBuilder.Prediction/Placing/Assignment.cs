using System.Collections.Immutable;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Placing;

/// <summary>
/// Which layers go where: layers before <see cref="FirstGpuLayer"/> stay on the CPU, the others are dealt to the GPUs in order;
/// the last GPU also holds the output. The experts of layers before <see cref="ExpertsFrom"/> stay on the CPU.
/// </summary>
/// <param name="Mode">Where the model runs.</param>
/// <param name="LayersPerGpu">Layers per GPU; all zero when the CPU runs everything. Of cards side by side each has all of them.</param>
/// <param name="FirstGpuLayer">First layer on a GPU; the number of layers when none is.</param>
/// <param name="ExpertsFrom">First layer whose experts are on the GPU with it.</param>
internal sealed record Assignment(PlacementMode Mode, int[] LayersPerGpu, int FirstGpuLayer, int ExpertsFrom)
{
    /// <summary>The device number of system memory.</summary>
    public const int Host = -1;

    private int[]? _owners;

    /// <summary>Where the output is, if not with the last layer.</summary>
    public int? Output { get; init; }

    /// <summary>Tensors that patterns send elsewhere; null without patterns.</summary>
    public TensorMoves? Moves { get; init; }

    /// <summary>How several cards share the model.</summary>
    public SplitMode Split { get; init; } = SplitMode.Layer;

    /// <summary>Share of every tensor on each card where cards work side by side; empty in a layer split.</summary>
    public ImmutableArray<double> Shares { get; init; } = [];

    /// <summary>Whether any layer or the output is on a GPU.</summary>
    public bool UsesGpu => Mode is PlacementMode.SingleGpu or PlacementMode.MultiGpu or PlacementMode.Partial;

    /// <summary>Whether the cards work on each tensor together.</summary>
    public bool IsSideBySide => !Shares.IsEmpty;

    /// <summary>Number of cards that hold layers.</summary>
    public int Cards => LayersPerGpu.Count(n => n > 0);

    /// <summary>Whether a card holds anything of the model.</summary>
    public bool Uses(int card) => UsesGpu && (LayersPerGpu[card] > 0 || OutputGpu == card || Moves?.To(card) > 0);

    /// <summary>Order of preference: 0 wholly on GPUs, 1 partly, 2 wholly in system memory, 3 nowhere.</summary>
    public int Rank => Mode switch
    {
        PlacementMode.SingleGpu or PlacementMode.MultiGpu => 0,
        PlacementMode.Partial => 1,
        PlacementMode.CpuOnly => 2,
        _ => 3,
    };

    /// <summary>The GPU that holds the output, else the last one that holds a layer; -1 when none does.</summary>
    public int OutputGpu => Output ?? (IsSideBySide ? MainGpu : Array.FindLastIndex(LayersPerGpu, n => n > 0));

    /// <summary>Of cards side by side, the one that holds what is not split.</summary>
    public int MainGpu { get; init; }

    /// <summary>The assignment to a set of cards as one to all cards of a rig.</summary>
    /// <param name="cards">Index of each card of the set in the rig.</param>
    /// <param name="all">Cards of the rig.</param>
    public Assignment On(ImmutableArray<int> cards, int all)
    {
        if (cards.Length == all) return this;
        var counts = new int[all];
        for (var i = 0; i < cards.Length; i++) counts[cards[i]] = LayersPerGpu[i];
        return this with { LayersPerGpu = counts, Output = Output is { } output and >= 0 ? cards[output] : Output, _owners = null };
    }

    /// <summary>The device of each layer, with its attention and cache; of cards side by side the main one.</summary>
    public int[] Owners(int layers)
    {
        if (_owners is { } known && known.Length == layers) return known;
        var owners = new int[layers];
        Array.Fill(owners, Host);
        var layer = FirstGpuLayer;
        if (IsSideBySide)
            while (layer < layers) owners[layer++] = MainGpu;
        else
            for (var gpu = 0; gpu < LayersPerGpu.Length; gpu++)
                for (var n = 0; n < LayersPerGpu[gpu] && layer < layers; n++) owners[layer++] = gpu;
        return _owners = owners;
    }

    /// <summary>Bytes of a layer's dense weights on a device.</summary>
    public double DenseOn(ModelProfile profile, int layer, int device) =>
        On(profile.Dense[layer], Owners(profile.Layers)[layer], device, Moves?.Dense(layer));

    /// <summary>Bytes of a layer's routed experts on a device.</summary>
    public double ExpertsOn(ModelProfile profile, int layer, int device) =>
        On(profile.Experts[layer], layer >= ExpertsFrom ? Owners(profile.Layers)[layer] : Host, device, Moves?.Experts(layer));

    /// <summary>Bytes of the output matrix on a device; cards side by side share it.</summary>
    public double OutputOn(ModelProfile profile, int device) =>
        OutputGpu < 0 ? device < 0 ? profile.Output : 0
        : IsSideBySide && OutputGpu == MainGpu ? device < 0 ? 0 : profile.Output * Shares[device]
        : device == OutputGpu ? profile.Output : 0;

    /// <summary>Share of a layer's cache on a device.</summary>
    public double CacheShareOn(int layer, int layers, int device)
    {
        var owner = Owners(layers)[layer];
        return Split == SplitMode.Tensor && IsSideBySide && owner >= 0 ? device < 0 ? 0 : Shares[device] : owner == device ? 1 : 0;
    }

    /// <summary>Weights of a layer on GPUs.</summary>
    public double OnGpus(ModelProfile profile, int layer) =>
        profile.Dense[layer] + profile.Experts[layer] - DenseOn(profile, layer, Host) - ExpertsOn(profile, layer, Host);

    private double On(double bytes, int owner, int device, TensorMoves.Moved? moved)
    {
        var left = moved is null ? bytes : bytes - moved.Total;
        var own = owner >= 0 && IsSideBySide ? device < 0 ? 0 : left * Shares[device] : owner == device ? left : 0;
        return moved is null ? own : own + moved.To(device);
    }
}
