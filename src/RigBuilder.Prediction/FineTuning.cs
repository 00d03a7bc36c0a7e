using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Memory;

namespace RigBuilder.Prediction;

/// <summary>
/// Memory of fine-tuning on GPUs with a batch of one sequence and gradient checkpointing: base weights, trained weights with
/// gradients and optimiser, activations, logits. Sources: ZeRO (Rajbhandari et al. 2020) for 16 bytes per trained weight in mixed
/// precision with Adam; QLoRA (Dettmers et al. 2023) for NF4 with double quantisation.
/// </summary>
internal sealed class FineTuning(Calibration calibration, Rig rig, Quest quest)
{
    /// <summary>Adds memory and placement to a forecast.</summary>
    public Forecast Predict(Forecast forecast)
    {
        var (weights, trained, activations) = (BaseWeights(), Trained(), Activations());
        var count = Math.Max(1, rig.Gpus.Length);
        var overhead = calibration.Tuning.FrameworkOverhead * (long)count;
        var needed = weights + trained + activations + overhead;
        var usable = Bytes.Zero;
        foreach (var gpu in rig.Gpus) usable += MemoryPlan.UsableVram(calibration.Memory, gpu);
        var fits = rig.Gpus.Length > 0 && needed <= usable;
        var spread = needed * calibration.Tuning.Spread;
        return forecast with
        {
            Memory = new MemoryForecast
            {
                Weights = weights,
                Kv = Bytes.Zero,
                Compute = trained + activations,
                Overhead = overhead,
                VramNeeded = needed,
                VramUsable = usable,
                Low = needed - spread,
                High = needed + spread,
                PerDevice = Devices(fits, weights, trained + activations),
                Basis = Basis.Guess,
                Terms = Terms(calibration.Tuning.Sources, weights, trained, activations, overhead),
            },
            Placement = Placement(fits, needed, usable),
            Assumptions = forecast.Assumptions.Add(
                "fine-tuning: one sequence of the context's length at a time, gradient checkpointing, Adam; several cards share weights and states evenly"),
        };
    }

    private static ImmutableArray<Term> Terms(ImmutableDictionary<string, string> sources, Bytes weights, Bytes trained, Bytes activations, Bytes overhead) =>
    [
        new("base weights", weights.ToQuantity(), Basis.Specification, "parameters × 2 bytes, in QLoRA: " + sources.GetValueOrDefault("qlora_bytes_per_weight", "0.55")),
        new("trained weights, gradients, optimiser", trained.ToQuantity(), Basis.Specification, sources.GetValueOrDefault("bytes_per_trained_weight", "mixed precision with Adam")),
        new("activations and logits", activations.ToQuantity(), Basis.Guess, sources.GetValueOrDefault("activation_bytes", "gradient checkpointing, per token")),
        new("overhead", overhead.ToQuantity(), Basis.Guess, "per card; " + sources.GetValueOrDefault("framework_overhead", "framework")),
    ];

    private Bytes BaseWeights() => quest.Kind switch
    {
        WorkloadKind.Qlora => Bytes.FromDouble(quest.Model!.Parameters * calibration.Tuning.QloraBytesPerWeight),
        _ => Bytes.FromDouble(quest.Model!.Parameters * 2),
    };

    private Bytes Trained()
    {
        // Of a full fine-tuning, the 16-bit weights themselves are counted as base weights.
        var bytes = quest.Kind == WorkloadKind.FullFineTune
            ? calibration.Tuning.BytesPerTrainedWeight - 2
            : calibration.Tuning.AdapterShare * calibration.Tuning.BytesPerTrainedWeight;
        return Bytes.FromDouble(quest.Model!.Parameters * bytes);
    }

    private Bytes Activations()
    {
        var shape = quest.Model!.Shape;
        var tokens = (double)quest.Context;
        return Bytes.FromDouble(
            tokens * ((shape.Layers * (double)shape.Hidden * calibration.Tuning.ActivationBytes) + (shape.Vocab * calibration.Tuning.LogitBytes)));
    }

    private ImmutableArray<DeviceMemory> Devices(bool fits, Bytes weights, Bytes compute)
    {
        var share = 1.0 / Math.Max(1, rig.Gpus.Length);
        var layers = fits ? quest.Model!.Shape.Layers : 0;
        return
        [
            .. rig.Gpus.Select((gpu, i) => new DeviceMemory(
                $"GPU {i}: {gpu.Name}", true, layers, weights * share, Bytes.Zero, compute * share,
                calibration.Tuning.FrameworkOverhead, MemoryPlan.UsableVram(calibration.Memory, gpu))),
        ];
    }

    private Placement Placement(bool fits, Bytes needed, Bytes usable) => new()
    {
        Mode = !fits ? PlacementMode.DoesNotFit : rig.Gpus.Length > 1 ? PlacementMode.MultiGpu : PlacementMode.SingleGpu,
        GpuLayers = fits ? quest.Model!.Shape.Layers + 1 : 0,
        TotalLayers = quest.Model!.Shape.Layers + 1,
        Backend = BackendChoice.Of(rig, quest).Name,
        Launch = "fine-tuning runs in a training framework, not in llama.cpp",
        Shortfall = fits ? null : $"fine-tuning needs {needed} of VRAM, {usable} can be used",
    };
}
