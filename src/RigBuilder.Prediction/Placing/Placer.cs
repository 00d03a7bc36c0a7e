using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Memory;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Placing;

/// <summary>
/// Fits a model into GPUs and system memory in llama.cpp's order: everything on the GPUs; else experts of the first layers to
/// the CPU; else fewer layers on the GPUs; else all on the CPU.
/// </summary>
internal sealed class Placer(ModelProfile profile, KvCache cache, RunsOn runsOn, Budget[] gpus, double? hostRoom, double hostCompute)
{
    private readonly double[] _kv = LayerCaches(profile, cache);

    /// <summary>The assignment that llama.cpp would end up with.</summary>
    public Assignment Place()
    {
        var layers = profile.Layers;
        if (runsOn == RunsOn.Cpu || gpus.Length == 0) return OnCpu() ?? Nowhere();
        if (Deal(0, 0) is { } all)
            return new Assignment(gpus.Length == 1 ? PlacementMode.SingleGpu : PlacementMode.MultiGpu, all, 0, 0);
        if (runsOn == RunsOn.Gpu) return Nowhere();
        return Partial(layers) ?? OnCpu() ?? Nowhere();
    }

    /// <summary>Bytes that the host holds for an assignment, compute buffer included.</summary>
    public double HostBytes(Assignment assignment)
    {
        var sum = profile.Embedding + hostCompute;
        for (var layer = 0; layer < profile.Layers; layer++)
        {
            sum += profile.Dense[layer] + profile.Experts[layer] - assignment.OnGpu(profile, layer);
            if (layer < assignment.FirstGpuLayer) sum += _kv[layer];
        }

        return assignment.UsesGpu || profile.Model.Shape.TiedEmbeddings ? sum : sum + profile.Output;
    }

    private static double[] LayerCaches(ModelProfile profile, KvCache cache)
    {
        var sizes = new double[profile.Layers];
        for (var layer = 0; layer < sizes.Length; layer++) sizes[layer] = cache.Layer(layer);
        return sizes;
    }

    private Assignment? Partial(int layers)
    {
        if (profile.ExpertLayers > 0 && Smallest(1, layers, n => Deal(0, n) is not null) is { } experts)
            return IfHosted(new Assignment(PlacementMode.Partial, Deal(0, experts)!, 0, experts));

        var expertsFrom = profile.ExpertLayers > 0 ? layers : 0;
        return Smallest(1, layers - 1, n => Deal(n, Math.Max(n, expertsFrom)) is not null) is { } first
            ? IfHosted(new Assignment(PlacementMode.Partial, Deal(first, Math.Max(first, expertsFrom))!, first, Math.Max(first, expertsFrom)))
            : null;
    }

    private Assignment? IfHosted(Assignment assignment) =>
        hostRoom is not { } room || HostBytes(assignment) <= room ? assignment : null;

    private Assignment? OnCpu()
    {
        var assignment = new Assignment(PlacementMode.CpuOnly, new int[gpus.Length], profile.Layers, profile.Layers);
        return hostRoom is { } room && HostBytes(assignment) <= room ? assignment : null;
    }

    private Assignment Nowhere() => new(PlacementMode.DoesNotFit, new int[gpus.Length], profile.Layers, profile.Layers);

    private static int? Smallest(int low, int high, Func<int, bool> holds)
    {
        if (low > high || !holds(high)) return null;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private double LayerBytes(int layer, int expertsFrom) =>
        profile.Dense[layer] + _kv[layer] + (layer >= expertsFrom ? profile.Experts[layer] : 0);

    /// <summary>Deals layers from <paramref name="first"/> to the GPUs by free memory; null when they do not fit.</summary>
    private int[]? Deal(int first, int expertsFrom)
    {
        var total = profile.Output;
        for (var layer = first; layer < profile.Layers; layer++) total += LayerBytes(layer, expertsFrom);
        if (gpus.Length == 1) return total <= gpus[0].Free ? [profile.Layers - first] : null;

        var free = 0.0;
        foreach (var gpu in gpus) free += Math.Max(0, gpu.Free);
        if (total > free) return null;
        if (Proportional(first, expertsFrom, total, free) is { } fair) return fair;
        for (var last = gpus.Length - 1; last >= 0; last--)
            if (Greedy(first, expertsFrom, last) is { } packed) return packed;
        return null;
    }

    private int[]? Proportional(int first, int expertsFrom, double total, double free)
    {
        var counts = new int[gpus.Length];
        var layer = first;
        double dealt = 0, target = 0;
        for (var g = 0; g < gpus.Length; g++)
        {
            var last = g == gpus.Length - 1;
            target += total * Math.Max(0, gpus[g].Free) / free;
            var mine = last ? profile.Output : 0;
            while (layer < profile.Layers)
            {
                var bytes = LayerBytes(layer, expertsFrom);
                if (!last && dealt + (bytes / 2) > target) break;
                (mine, dealt) = (mine + bytes, dealt + bytes);
                counts[g]++;
                layer++;
            }

            if (mine > Math.Max(0, gpus[g].Free)) return null;
        }

        // The output is where the last layer is: a last card without layers has no use for the room kept for it.
        return counts[^1] > 0 ? counts : null;
    }

    /// <summary>Fills card after card up to the last, which holds the output and at least one layer.</summary>
    private int[]? Greedy(int first, int expertsFrom, int last)
    {
        var counts = new int[gpus.Length];
        var layer = first;
        for (var g = 0; g <= last; g++)
        {
            var left = gpus[g].Free - (g == last ? profile.Output : 0);
            var keep = g == last ? 0 : 1;
            while (layer < profile.Layers - keep && LayerBytes(layer, expertsFrom) <= left)
            {
                left -= LayerBytes(layer++, expertsFrom);
                counts[g]++;
            }

            if (left < 0) return null;
        }

        return layer == profile.Layers && counts[last] > 0 ? counts : null;
    }
}

/// <summary>Room for weights and cache on a GPU, after overhead and compute buffer, in bytes; may be negative.</summary>
/// <param name="Usable">VRAM that can be used.</param>
/// <param name="Overhead">Fixed cost.</param>
/// <param name="Compute">Compute buffer.</param>
internal readonly record struct Budget(double Usable, double Overhead, double Compute)
{
    /// <summary>What is left for weights and cache.</summary>
    public double Free => Usable - Overhead - Compute;
}
