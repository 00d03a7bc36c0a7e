using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;
using RigBuilder.Prediction.Systems;

namespace RigBuilder.Prediction;

/// <summary>The prediction of everything, with constants from a calibration. Pure but for a cache of model sums; thread-safe.</summary>
public sealed class Forecaster(Calibration calibration) : IForecaster
{
    private readonly ModelProfiles _profiles = new();

    /// <summary>A forecaster that rests on what was measured on this machine's processor; the same one for null.</summary>
    public Forecaster Measuring(MeasuredCpu? measured) =>
        measured is null ? this : new Forecaster(calibration with { Cpu = calibration.Cpu with { Measured = measured } });

    /// <inheritdoc/>
    public Forecast Predict(Rig rig, Quest quest)
    {
        quest = Sane(quest);
        var memory = SystemMemories.Of(rig);
        if (quest is not { Model.Shape.Layers: > 0 }) return Bare(rig, quest, memory);
        if (quest.Kind != WorkloadKind.Inference) return new FineTuning(calibration, rig, quest).Predict(Bare(rig, quest, memory));
        if (quest.Quant is null) return Bare(rig, quest, memory);
        return new Inference(calibration, rig, quest, _profiles.Of(quest.Model, quest.Quant), memory).Predict();
    }

    /// <summary>What can be said without a model that runs.</summary>
    private Forecast Bare(Rig rig, Quest quest, SystemMemory? memory) => new()
    {
        Power = PowerDraw.Of(calibration.Power, rig, quest, null, null),
        Price = Prices.Of(rig, null),
        SystemMemory = memory,
        Assumptions = SystemMemories.Overclock(rig, memory) is { } note ? [note] : [],
    };

    /// <summary>A quest with figures in the range that llama.cpp takes.</summary>
    private static Quest Sane(Quest quest)
    {
        if (quest is { Context: >= 1 and <= 100_000_000, Users: >= 1 and <= 100_000, MicroBatch: >= 1 and <= 65536 }) return quest;
        return quest with
        {
            Context = Math.Clamp(quest.Context, 1, 100_000_000),
            Users = Math.Clamp(quest.Users, 1, 100_000),
            MicroBatch = Math.Clamp(quest.MicroBatch, 1, 65536),
        };
    }
}
