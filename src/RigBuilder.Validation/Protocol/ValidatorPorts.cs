using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation.Child;

namespace RigBuilder.Validation.Protocol;

/// <summary>What a validation needs from outside.</summary>
/// <param name="Forecaster">The prediction, resting on the memory of this machine as probed when that is given, and never on saved validations.</param>
/// <param name="Launcher">Starts the inference process.</param>
/// <param name="Resources">Memory and disk of this machine.</param>
/// <param name="ModelFolder">Folder for synthetic models.</param>
/// <param name="Time">Clock.</param>
public sealed record ValidatorPorts(
    Func<ProbedMemory?, IForecaster> Forecaster, IInferenceLauncher Launcher, IMachineResources Resources, string ModelFolder, TimeProvider Time)
{
    /// <summary>What can be seen at once to stand in the way of any inference, as a missing library; nothing when nothing does.</summary>
    public Func<ImmutableArray<Diagnostic>> Obstacles { get; init; } = () => [];

    /// <summary>Longest silence of the inference process, by stage.</summary>
    public Func<InferenceStage, TimeSpan> Patience { get; init; } = InferenceSupervisor.Patience;
}
