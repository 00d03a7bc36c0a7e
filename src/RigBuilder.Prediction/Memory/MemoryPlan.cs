using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Placing;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Memory;

/// <summary>Memory by kind and device under an assignment.</summary>
internal sealed class MemoryPlan(
    MemoryCalibration calibration, Rig rig, Quest quest, ModelProfile profile, KvCache cache, Assignment assignment, Budget[] budgets, double? hostRoom, SpeculationMemory beside)
{
    private double HostCompute => assignment.UsesGpu
        ? ComputeBuffer.Inputs(profile.Model.Shape, quest, cache.Cells)
        : ComputeBuffer.Of(profile.Model, quest, cache, budgets.Length + 1);

    /// <summary>VRAM of a card that can be used.</summary>
    public static Bytes UsableVram(MemoryCalibration calibration, Gpu gpu) => UsableVram(calibration, gpu, LaunchSettings.Open, 0);

    /// <summary>VRAM of a card that can be used: less what something else is said to hold, else less the usual reserve; no more than the limit.</summary>
    public static Bytes UsableVram(MemoryCalibration calibration, Gpu gpu, LaunchSettings launch, int card)
    {
        var size = Size(gpu, launch);
        var driver = size * calibration.VramReserveShare;
        var reserve = launch.HeldOn(card) is { } held ? driver + held.Count : Math.Max(calibration.VramReserve.Count, driver);
        return Bytes.FromDouble(Math.Clamp(size - reserve, 0, launch.VramLimit?.Count ?? double.MaxValue));
    }

    /// <summary>VRAM of a card that is there, less what something else is said to hold; no more than the limit.</summary>
    public static double PhysicalVram(Gpu gpu, LaunchSettings launch, int card) =>
        Math.Clamp(Size(gpu, launch) - (double)(launch.HeldOn(card)?.Count ?? 0), 0, launch.VramLimit?.Count ?? double.MaxValue);

    // The limit of a GPU without memory of its own is the share that it is given.
    private static double Size(Gpu gpu, LaunchSettings launch) =>
        gpu.Share is { } share && launch.VramLimit is { } limit ? Math.Min(limit.Count, share.Pool.Count) : gpu.Vram.Count;

    /// <summary>Fixed cost of a card on a backend.</summary>
    public static Bytes Overhead(MemoryCalibration calibration, string backend) =>
        calibration.DeviceOverhead.TryGetValue(backend, out var bytes) ? bytes : calibration.DeviceOverhead.GetValueOrDefault("default");

    /// <summary>The forecast.</summary>
    public MemoryForecast Forecast()
    {
        var devices = Devices();
        Bytes compute = Bytes.Zero, overhead = Bytes.Zero;
        foreach (var device in devices) (compute, overhead) = (compute + device.Compute, overhead + device.Overhead);
        var kv = Bytes.FromDouble(cache.Total() + beside.Kv);
        var weights = profile.Weights + Bytes.FromDouble(beside.Weights);
        var exact = weights + kv + compute;
        var share = profile.Exact || profile.FileSizeKnown ? calibration.RelativeSpread : 3 * calibration.RelativeSpread;
        var spread = (exact * share) + (calibration.OverheadSpread * (long)devices.Length);
        var basis = profile.FileSizeKnown || profile.Exact ? Basis.Specification : Basis.Guess;
        return new MemoryForecast
        {
            Weights = weights,
            Kv = kv,
            Compute = compute,
            Overhead = overhead,
            VramNeeded = VramNeeded(),
            VramUsable = Usable(),
            Low = exact + overhead - spread,
            High = exact + overhead + spread,
            PerDevice = devices,
            Basis = basis,
            Terms =
            [
                .. Beside(),
                new("weights", profile.Weights.ToQuantity(), basis, profile.FileSizeKnown ? "published file size" : "tensor by tensor, llama.cpp's quantisation mix"),
                new("key/value cache", Bytes.FromDouble(cache.Total()).ToQuantity(), Basis.Specification, "cells × width × element size, layer by layer"),
                new("compute buffers", compute.ToQuantity(), Basis.Fitted, "formula held against llama.cpp's own report"),
                new("overhead", overhead.ToQuantity(), Basis.Guess, "per device; " + calibration.Sources.GetValueOrDefault("device_overhead", "catalog/calibration.yaml")),
            ],
        };
    }

    /// <summary>What would be needed, in words.</summary>
    public string Shortfall()
    {
        var host = Bytes.FromDouble(profile.Weights.Count + cache.Total() + HostCompute + beside.Total);
        var room = hostRoom is { } bytes and < long.MaxValue ? Bytes.FromDouble(bytes) : Bytes.Zero;
        if (budgets.Length == 0 && hostRoom is null)
            return $"nothing is equipped to run it on: it needs {VramNeeded()} of VRAM on one card, or {host + calibration.RamReserve} of RAM and a CPU";
        var gpu = $"needs {VramNeeded()} of VRAM, {Usable()} can be used";
        return quest.RunsOn switch
        {
            RunsOn.Gpu when budgets.Length > 0 => gpu,
            RunsOn.Cpu => $"needs {host} of system memory, {room} can be used",
            _ => $"{gpu}; in system memory it needs {host}, {room} can be used",
        };
    }

    private IEnumerable<Term> Beside()
    {
        if (beside.Total > 0)
            yield return new("speculative decoding", Bytes.FromDouble(beside.Total).ToQuantity(), Basis.Guess, "guess: weights, cache and buffer of what drafts; recurrent states once per drafted token");
    }

    private Bytes VramNeeded()
    {
        var count = Math.Max(1, budgets.Length);
        var each = ComputeBuffer.Of(profile.Model, quest, cache, count)
            + (budgets.Length > 0 ? budgets[0].Overhead : Overhead(calibration, "default").Count);
        return Bytes.FromDouble(profile.DenseTotal + profile.ExpertTotal + profile.Output + cache.Total() + (count * each) + beside.Total);
    }

    private Bytes Usable()
    {
        var sum = 0.0;
        foreach (var budget in budgets) sum += budget.Usable;
        return Bytes.FromDouble(sum);
    }

    private ImmutableArray<DeviceMemory> Devices()
    {
        var devices = ImmutableArray.CreateBuilder<DeviceMemory>(budgets.Length + 1);
        for (var i = 0; i < budgets.Length; i++)
        {
            double weights = 0, kv = 0;
            var drafts = assignment.UsesGpu && i == assignment.OutputGpu;
            if (assignment.Uses(i))
            {
                weights = assignment.OutputOn(profile, i) + (drafts ? beside.Weights : 0);
                kv = drafts ? beside.Kv : 0;
                for (var layer = 0; layer < profile.Layers; layer++)
                {
                    weights += assignment.DenseOn(profile, layer, i) + assignment.ExpertsOn(profile, layer, i);
                    kv += cache.Layer(layer) * assignment.CacheShareOn(layer, profile.Layers, i);
                }
            }

            var (compute, overhead) = Fixed(i, weights + kv);
            if (drafts) compute += beside.Compute;
            devices.Add(new DeviceMemory(
                $"GPU {i}: {rig.Gpus[i].Name}", true, assignment.LayersPerGpu[i], Bytes.FromDouble(weights), Bytes.FromDouble(kv),
                Bytes.FromDouble(compute), Bytes.FromDouble(overhead), Bytes.FromDouble(budgets[i].Usable)));
        }

        devices.Add(Host());
        return devices.MoveToImmutable();
    }

    /// <summary>
    /// What a card holds besides weights and cache. One that gets no layers because nothing more fits it is opened by llama.cpp all
    /// the same, and large batches are computed on it as far as it has room; one that is left out to be faster, or because
    /// the CPU is wanted, holds nothing.
    /// </summary>
    private (double Compute, double Overhead) Fixed(int card, double held)
    {
        var budget = budgets[card];
        // Copies are counted in a partial offload too, where llama.cpp makes none: else more context would seem to take less.
        var sharing = assignment.UsesGpu ? assignment.Cards : budgets.Length;
        var copies = sharing > 1 ? ComputeBuffer.Copies(profile.Model.Shape, quest, cache.Cells) : 0;
        if (assignment.Uses(card)) return (budget.Compute + Math.Min(copies, Math.Max(0, budget.Free - held)), budget.Overhead);
        if (assignment.Rank == 0 || quest.RunsOn == RunsOn.Cpu) return (0, 0);
        if (assignment.Mode == PlacementMode.DoesNotFit) return (budget.Compute + copies, budget.Overhead);
        var overhead = Math.Min(budget.Overhead, Math.Max(0, budget.Usable));
        return (Math.Min(budget.Compute + copies, Math.Max(0, budget.Usable - overhead)), overhead);
    }

    private DeviceMemory Host()
    {
        var drafts = assignment.OutputGpu < 0;
        var weights = profile.Embedding + (drafts ? beside.Weights : 0);
        var kv = drafts ? beside.Kv : 0;
        if (drafts && !profile.Model.Shape.TiedEmbeddings) weights += profile.Output;
        if (assignment.Mode == PlacementMode.DoesNotFit) (weights, kv) = (profile.Weights.Count + beside.Weights, cache.Total() + beside.Kv);
        else
            for (var layer = 0; layer < profile.Layers; layer++)
            {
                weights += profile.Dense[layer] + profile.Experts[layer] - assignment.OnGpus(profile, layer);
                if (layer < assignment.FirstGpuLayer) kv += cache.Layer(layer);
            }

        var usable = hostRoom is { } room and < long.MaxValue ? Bytes.FromDouble(room) : Bytes.Zero;
        return new DeviceMemory(
            "CPU", false, assignment.UsesGpu ? assignment.FirstGpuLayer : profile.Layers, Bytes.FromDouble(weights), Bytes.FromDouble(kv),
            Bytes.FromDouble(HostCompute + (drafts ? beside.Compute : 0)), calibration.HostOverhead, usable);
    }
}
