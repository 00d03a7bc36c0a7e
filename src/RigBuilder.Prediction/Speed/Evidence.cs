using System.Collections.Immutable;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Speed;

/// <summary>The measurement that a speed rests on.</summary>
/// <param name="Run">The run.</param>
/// <param name="Factor">Measured ÷ predicted speed.</param>
/// <param name="Knowledge">Range, basis and source of what it says about the model at hand.</param>
internal sealed record Evidence(MeasuredRun Run, double Factor, Knowledge Knowledge)
{
    /// <summary>
    /// What runs say about a model: the newest of the very model, else the newest of its weight type, else the newest at all, toys last. The range
    /// adds the scatter of the repetitions to how far such a factor carries over; it is never wider than without measurement.
    /// </summary>
    /// <param name="runs">The runs, the newest first.</param>
    /// <param name="speed">Which speed of theirs.</param>
    /// <param name="transfer">How far factors carry over.</param>
    /// <param name="profile">The model at hand.</param>
    /// <param name="unmeasured">Half width of the range without measurement.</param>
    public static Evidence? Of(
        ImmutableArray<MeasuredRun> runs, Func<MeasuredRun, MeasuredFactor?> speed, TransferCalibration transfer, ModelProfile profile, double unmeasured)
    {
        var run = runs.Where(r => speed(r) is { Value: > 0 }).MinBy(r => r.Kinship(profile, transfer).Rank);
        if (run is null) return null;
        var (factor, kinship) = (speed(run)!.Value, run.Kinship(profile, transfer));
        var source = FormattableString.Invariant($"measured: on this machine with {run.Name}{kinship.Words}; {factor.Value:0.00} × the formula");
        return new Evidence(run, factor.Value, new Knowledge(Math.Min(unmeasured, factor.Scatter + kinship.Width), Basis.Measured, source));
    }
}
