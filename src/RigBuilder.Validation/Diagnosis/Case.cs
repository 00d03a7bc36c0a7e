using RigBuilder.Prediction;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>Everything a diagnosis looks at.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Rows">Predicted against measured.</param>
/// <param name="Planned">Where the prediction placed the model; null without one.</param>
public sealed record Case(MachineEvidence Machine, Measurements Measured, IReadOnlyList<ComparisonRow> Rows, Placement? Planned)
{
    /// <summary>Bandwidth that the rig's parts promise; null when unknown.</summary>
    public BytesPerSecond? PromisedBandwidth { get; init; }

    /// <summary>Name of the rig's processor when the rig is given and its processor is not this machine's; null otherwise.</summary>
    public string? OtherProcessor { get; init; }

    /// <summary>CPU threads of the tests.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Measured generation speed as share of the predicted one; 1 when unknown.</summary>
    public double DecodeRatio => Ratio(ComparisonTerm.Decode);

    /// <summary>Whether a speed is worse than predicted.</summary>
    public bool IsSlower => Rows.Any(r => r.Verdict == RowVerdict.Worse && r.Unit == FigureUnit.TokensPerSecond);

    /// <summary>Repetitions of all tests.</summary>
    public int Runs => Measured.Series.Sum(s => s.Runs.Length);

    /// <summary>Repetitions that something of these kinds disturbed.</summary>
    public int Disturbed(params DisturbanceKind[] kinds) =>
        Measured.Series.Sum(s => s.Runs.Count(r => r.Disturbances.Any(d => kinds.Contains(d.Kind))));

    /// <summary>What was seen of a kind during the tests, or else before them; null when nothing was.</summary>
    public string? Seen(DisturbanceKind kind) => Measured.Series.SelectMany(s => s.Runs).SelectMany(r => r.Disturbances)
        .Concat(Measured.Idle is { } idle ? idle.Disturbances : []).FirstOrDefault(d => d.Kind == kind)?.Evidence;

    private double Ratio(ComparisonTerm term) => Rows.FirstOrDefault(r => r.Term == term)?.Error is { } error ? 1 + error : 1;
}
