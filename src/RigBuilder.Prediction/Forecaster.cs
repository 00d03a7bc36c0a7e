using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;
using RigBuilder.Prediction.Systems;

namespace RigBuilder.Prediction;

/// <summary>The prediction of everything, with constants from a calibration. Pure but for a cache of model sums; thread-safe.</summary>
public sealed class Forecaster(Calibration calibration) : IForecaster
{
    /// <summary>Tokens in all contexts together: the largest cache of so many, at 4 GB a token, still has a size in bytes.</summary>
    public const long MostTokens = 1_000_000_000;

    private readonly ModelProfiles _profiles = new();

    /// <summary>What saved validations say and its predictions rest on; null when they rest on none.</summary>
    public MeasuredMachine? Measured => calibration.Measured;

    /// <summary>A forecaster whose predictions for measured parts rest on saved validations; the same one for null.</summary>
    public Forecaster Measuring(MeasuredMachine? measured) => measured is null ? this : new Forecaster(calibration with { Measured = measured });

    /// <summary>
    /// A forecaster for validations: it rests on the memory of this machine as probed, when that is given, and never on saved
    /// validations, so that what is measured is always relative to the formula and errors do not compound.
    /// </summary>
    public Forecaster Probing(ProbedMemory? probed) =>
        new(calibration with { Measured = null, Cpu = calibration.Cpu with { Probed = probed ?? calibration.Cpu.Probed } });

    /// <inheritdoc/>
    public Forecast Predict(Rig rig, Quest quest)
    {
        var forecast = Of(rig, quest);
        if (quest.Model is { Guessed: true }) forecast = GuessedShape.Widened(forecast);
        return rig.Assumed.IsEmpty && quest.Assumed.IsEmpty ? forecast : forecast with { Assumptions = [.. rig.Assumed, .. quest.Assumed, .. forecast.Assumptions] };
    }

    private Forecast Of(Rig rig, Quest quest)
    {
        quest = Sane(quest);
        var memory = SystemMemories.Of(rig);
        if (quest is not { Model.Shape.Layers: > 0 }) return Bare(rig, quest, memory);
        if (quest.Kind != WorkloadKind.Inference) return new FineTuning(calibration, rig, quest).Predict(Bare(rig, quest, memory));
        if (quest.Quant is null) return Bare(rig, quest, memory);
        return new InferencePrediction(calibration, rig, quest, _profiles, memory).Predict();
    }

    /// <summary>What can be said without a model that runs.</summary>
    private Forecast Bare(Rig rig, Quest quest, SystemMemory? memory) => new()
    {
        Power = PowerDraw.Of(calibration, rig, quest, null, null),
        Price = Prices.Of(rig, null),
        SystemMemory = memory,
        Assumptions = SystemMemories.Notes(rig, memory),
    };

    /// <summary>A quest with figures in the range that llama.cpp takes.</summary>
    private static Quest Sane(Quest quest)
    {
        var sane = quest is { Context: >= 1 and <= Quest.LongestContext, Users: >= 1 and <= Quest.MostUsers, MicroBatch: >= 1 and <= Quest.LargestBatch };
        if (sane && (long)quest.Context * quest.Users <= MostTokens) return quest;
        var context = Math.Clamp(quest.Context, 1, Quest.LongestContext);
        return quest with
        {
            Context = context,
            Users = (int)Math.Clamp(quest.Users, 1, Math.Min(Quest.MostUsers, MostTokens / context)),
            MicroBatch = Math.Clamp(quest.MicroBatch, 1, Quest.LargestBatch),
        };
    }
}
