using RigBuilder.Domain.Units;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>Suspicions about graphics cards.</summary>
internal static class GpuSuspicions
{
    /// <summary>Share of the weights that may lie in system memory beyond the plan: embeddings stay there anyway.</summary>
    private const double Slack = 0.05;

    public static Cause? Fallback(Case c)
    {
        if (c.Planned is not { GpuLayers: > 0 } || c.Measured.Library is not { } library || library.Gpus.Any()) return null;
        return new Cause(
            CauseKind.CpuFallback, 1, "It ran on the CPU",
            $"the prediction places {c.Planned.GpuLayers} layers on the GPU; the library sees only {string.Join(", ", library.Devices.Select(d => d.Name))}",
            "Build with -p:LlamaVariant=cuda or vulkan, install the driver, or point RIGBUILDER_LLAMA_DIR to a build for your card.");
    }

    public static Cause? Spill(Case c)
    {
        if (c.Planned is not { GpuLayers: > 0, CpuExpertLayers: 0 } planned || planned.GpuLayers < planned.TotalLayers) return null;
        if (c.Measured.Library?.Gpus.Any() != true) return null;
        var weights = c.Measured.Memory.Buffers.Where(b => b.Kind == MemoryKind.Weights).ToList();
        var all = weights.Aggregate(Bytes.Zero, (sum, b) => sum + b.Size);
        var host = weights.Where(b => b.Device.StartsWith("CPU", StringComparison.Ordinal)).Aggregate(Bytes.Zero, (sum, b) => sum + b.Size);
        if (all == Bytes.Zero || host / all < 0.25 + Slack) return null;
        return new Cause(
            CauseKind.Spill, Doctor.Explains(c, 1 - (host / all)), "Weights spilled into system memory",
            $"{host} of {all} of weights lie in system memory though all layers were planned on the GPU",
            "Free video memory, or take a smaller quantisation or context.");
    }

    public static Cause? Link(Case c)
    {
        var narrow = c.Machine.Gpus.FirstOrDefault(g => g.Lanes < g.LanesPossible);
        if (narrow is null) return null;
        var spilled = c.Planned is { GpuLayers: var layers, TotalLayers: var total } && layers < total;
        return new Cause(
            CauseKind.NarrowLink, spilled ? 0.6 : 0.25, "A PCIe link is narrow",
            $"{narrow.Name} uses {narrow.Lanes} of {narrow.LanesPossible} possible lanes",
            "Reseat the card, use the first slot, and look which M.2 slots share its lanes.");
    }

    public static Cause? HeldBack(Case c) => c.Seen(DisturbanceKind.GpuBraked) is not { } seen
        ? null
        : new Cause(
            CauseKind.GpuHeldBack, 0.8, "A graphics card is held back", seen,
            "Heat: clean its cooler and check the airflow. Power: check its plugs and whether the supply is strong enough.");

    public static Cause? Held(Case c) => c.Seen(DisturbanceKind.VramHeld) is not { } seen
        ? null
        : new Cause(
            CauseKind.VideoMemoryHeld, c.Planned is { GpuLayers: > 0 } ? 0.5 : 0.1, "Another program holds video memory", seen,
            "End it: its work slows the card, and layers may spill into system memory.");

    public static Cause? Power(Case c)
    {
        foreach (var gpu in c.Machine.Gpus)
        {
            if (gpu is not { PowerLimit: { } now, DefaultPowerLimit: { } usual } || now.Value >= usual.Value * 0.98) continue;
            return new Cause(
                CauseKind.PowerLimit, Doctor.Explains(c, Math.Sqrt(now / usual)), "A power limit holds the card back",
                $"{gpu.Name} is limited to {now}; its default is {usual}", "Raise the limit (nvidia-smi -pl), or count the loss as the price of quiet.");
        }

        return null;
    }
}
