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
    MemoryCalibration calibration, Rig rig, Quest quest, ModelProfile profile, KvCache cache, Assignment assignment, Budget[] budgets, double? hostRoom)
{
    private double HostCompute => assignment.UsesGpu
        ? ComputeBuffer.Inputs(profile.Model.Shape, quest, cache.Cells)
        : ComputeBuffer.Of(profile.Model, quest, cache, budgets.Length + 1);

    /// <summary>VRAM of a card that can be used.</summary>
    public static Bytes UsableVram(MemoryCalibration calibration, Gpu gpu)
    {
        var reserve = Math.Max(calibration.VramReserve.Count, gpu.Vram.Count * calibration.VramReserveShare);
        return gpu.Vram - Bytes.FromDouble(reserve);
    }

    /// <summary>Fixed cost of a card on a backend.</summary>
    public static Bytes Overhead(MemoryCalibration calibration, string backend) =>
        calibration.DeviceOverhead.TryGetValue(backend, out var bytes) ? bytes : calibration.DeviceOverhead.GetValueOrDefault("default");

    /// <summary>The forecast.</summary>
    public MemoryForecast Forecast()
    {
        var devices = Devices();
        Bytes compute = Bytes.Zero, overhead = Bytes.Zero;
        foreach (var device in devices) (compute, overhead) = (compute + device.Compute, overhead + device.Overhead);
        var kv = Bytes.FromDouble(cache.Total());
        var exact = profile.Weights + kv + compute;
        var share = profile.Exact || profile.FileSizeKnown ? calibration.RelativeSpread : 3 * calibration.RelativeSpread;
        var spread = (exact * share) + (calibration.OverheadSpread * (long)devices.Length);
        var basis = profile.FileSizeKnown || profile.Exact ? Basis.Specification : Basis.Guess;
        return new MemoryForecast
        {
            Weights = profile.Weights,
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
                new("weights", profile.Weights.ToQuantity(), basis, profile.FileSizeKnown ? "published file size" : "tensor by tensor, llama.cpp's quantisation mix"),
                new("key/value cache", kv.ToQuantity(), Basis.Specification, "cells × width × element size, layer by layer"),
                new("compute buffers", compute.ToQuantity(), Basis.Fitted, "formula held against llama.cpp's own report"),
                new("overhead", overhead.ToQuantity(), Basis.Guess, "per device; " + calibration.Sources.GetValueOrDefault("device_overhead", "catalog/calibration.yaml")),
            ],
        };
    }

    /// <summary>What would be needed, in words.</summary>
    public string Shortfall()
    {
        var host = Bytes.FromDouble(profile.Weights.Count + cache.Total() + HostCompute);
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

    private Bytes VramNeeded()
    {
        var count = Math.Max(1, budgets.Length);
        var each = ComputeBuffer.Of(profile.Model, quest, cache, count)
            + (budgets.Length > 0 ? budgets[0].Overhead : Overhead(calibration, "default").Count);
        return Bytes.FromDouble(profile.DenseTotal + profile.ExpertTotal + profile.Output + cache.Total() + (count * each));
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
        var layer = assignment.FirstGpuLayer;
        for (var i = 0; i < budgets.Length; i++)
        {
            double weights = assignment.UsesGpu && i == assignment.OutputGpu ? profile.Output : 0, kv = 0;
            for (var n = 0; n < assignment.LayersPerGpu[i]; n++, layer++)
                (weights, kv) = (weights + assignment.OnGpu(profile, layer), kv + cache.Layer(layer));
            var (compute, overhead) = Fixed(i, weights + kv);
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
        if (assignment.LayersPerGpu[card] > 0) return (budget.Compute + Math.Min(copies, Math.Max(0, budget.Free - held)), budget.Overhead);
        if (assignment.Rank == 0 || quest.RunsOn == RunsOn.Cpu) return (0, 0);
        if (assignment.Mode == PlacementMode.DoesNotFit) return (budget.Compute + copies, budget.Overhead);
        var overhead = Math.Min(budget.Overhead, Math.Max(0, budget.Usable));
        return (Math.Min(budget.Compute + copies, Math.Max(0, budget.Usable - overhead)), overhead);
    }

    private DeviceMemory Host()
    {
        double weights = assignment.UsesGpu || profile.Model.Shape.TiedEmbeddings ? profile.Embedding : profile.Embedding + profile.Output, kv = 0;
        if (assignment.Mode == PlacementMode.DoesNotFit) (weights, kv) = (profile.Weights.Count, cache.Total());
        else
            for (var layer = 0; layer < profile.Layers; layer++)
            {
                weights += profile.Dense[layer] + profile.Experts[layer] - assignment.OnGpu(profile, layer);
                if (layer < assignment.FirstGpuLayer) kv += cache.Layer(layer);
            }

        var usable = hostRoom is { } room and < long.MaxValue ? Bytes.FromDouble(room) : Bytes.Zero;
        return new DeviceMemory(
            "CPU", false, assignment.UsesGpu ? assignment.FirstGpuLayer : profile.Layers, Bytes.FromDouble(weights), Bytes.FromDouble(kv),
            Bytes.FromDouble(HostCompute), calibration.HostOverhead, usable);
    }
}
