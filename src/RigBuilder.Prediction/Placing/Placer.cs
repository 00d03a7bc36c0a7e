using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Memory;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Placing;

/// <summary>
/// Fits a model into GPUs and system memory in llama.cpp's order: everything on the GPUs; else experts of the first layers to
/// the CPU; else fewer layers on the GPUs; else all on the CPU. What the user fixes of it is kept.
/// </summary>
/// <param name="profile">The model.</param>
/// <param name="cache">Its cache.</param>
/// <param name="runsOn">Where it should run.</param>
/// <param name="gpus">Room on each card.</param>
/// <param name="hostRoom">Bytes of system memory for a model; null for none.</param>
/// <param name="hostCompute">Bytes of the buffer that system memory holds.</param>
/// <param name="launch">What the user fixes; null for nothing.</param>
/// <param name="moves">Tensors that patterns send elsewhere.</param>
/// <param name="beside">Bytes that go with the output: a draft model, for example.</param>
internal sealed class Placer(
    ModelProfile profile, KvCache cache, RunsOn runsOn, Budget[] gpus, double? hostRoom, double hostCompute, LaunchSettings? launch = null, TensorMoves? moves = null, double beside = 0)
{
    private readonly Dealer _dealer = new(profile, cache, gpus, beside, moves);

    /// <summary>The assignment that llama.cpp would end up with.</summary>
    public Assignment Place()
    {
        if (runsOn == RunsOn.Cpu || gpus.Length == 0 || launch is { GpuLayers: 0 }) return OnCpu() ?? Nowhere();
        if (launch is { FixesPlacement: true }) return new FixedPlacer(profile, _dealer, launch, gpus, moves, beside, IsHosted).Place() ?? OnCpu() ?? Nowhere();
        if (_dealer.Deal(0, 0) is { } all && new Assignment(gpus.Length == 1 ? PlacementMode.SingleGpu : PlacementMode.MultiGpu, all, 0, 0) is var whole && (!gpus.Any(g => g.Shared) || IsHosted(whole)))
            return whole;
        if (runsOn == RunsOn.Gpu) return Nowhere();
        return Partial(profile.Layers) ?? OnCpu() ?? Nowhere();
    }

    /// <summary>Bytes that the host holds for an assignment, compute buffer included.</summary>
    public double HostBytes(Assignment assignment)
    {
        var sum = profile.Embedding + hostCompute;
        for (var layer = 0; layer < profile.Layers; layer++)
        {
            sum += profile.Dense[layer] + profile.Experts[layer] - assignment.OnGpus(profile, layer);
            if (layer < assignment.FirstGpuLayer) sum += _dealer.CacheOf(layer);
        }

        return assignment.OutputGpu >= 0 || profile.Model.Shape.TiedEmbeddings ? sum : sum + profile.Output;
    }

    /// <summary>The smallest number in a range from which on something holds; null when it never does.</summary>
    public static int? Smallest(int low, int high, Func<int, bool> holds)
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

    private Assignment? Partial(int layers)
    {
        if (profile.ExpertLayers > 0 && Smallest(1, layers, n => _dealer.Deal(0, n) is not null) is { } experts)
            return IfHosted(new Assignment(PlacementMode.Partial, _dealer.Deal(0, experts)!, 0, experts));

        var expertsFrom = profile.ExpertLayers > 0 ? layers : 0;
        return Smallest(1, layers - 1, n => _dealer.Deal(n, Math.Max(n, expertsFrom)) is not null) is { } first
            ? IfHosted(new Assignment(PlacementMode.Partial, _dealer.Deal(first, Math.Max(first, expertsFrom))!, first, Math.Max(first, expertsFrom)))
            : null;
    }

    private Assignment? IfHosted(Assignment assignment) => IsHosted(assignment) ? assignment : null;

    private bool IsHosted(Assignment assignment) => hostRoom is not { } room || HostBytes(assignment) + SharedBytes(assignment) <= room;

    /// <summary>Bytes of system memory that GPUs without memory of their own hold for an assignment.</summary>
    private double SharedBytes(Assignment assignment)
    {
        var sum = 0.0;
        for (var gpu = 0; gpu < gpus.Length; gpu++)
        {
            if (!gpus[gpu].Shared || !assignment.Uses(gpu)) continue;
            sum += gpus[gpu].Overhead + gpus[gpu].Compute + assignment.OutputOn(profile, gpu);
            for (var layer = 0; layer < profile.Layers; layer++)
                sum += assignment.DenseOn(profile, layer, gpu) + assignment.ExpertsOn(profile, layer, gpu) + (_dealer.CacheOf(layer) * assignment.CacheShareOn(layer, profile.Layers, gpu));
        }

        return sum;
    }

    private Assignment? OnCpu()
    {
        var assignment = new Assignment(PlacementMode.CpuOnly, new int[gpus.Length], profile.Layers, profile.Layers);
        return hostRoom is { } room && HostBytes(assignment) <= room ? assignment : null;
    }

    private Assignment Nowhere() => new(PlacementMode.DoesNotFit, new int[gpus.Length], profile.Layers, profile.Layers);
}
