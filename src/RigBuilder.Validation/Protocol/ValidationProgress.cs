using System.Collections.Immutable;
using RigBuilder.Prediction;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Protocol;

/// <summary>How far a validation has come, for screens and logs. Each carries everything known so far.</summary>
/// <param name="Step">Where it is.</param>
/// <param name="Share">Share of the step that is done, 0 to 1; null when it cannot be told.</param>
/// <param name="Event">What the inference process told last; null before it runs.</param>
/// <param name="Measured">Everything measured so far.</param>
/// <param name="Subject">What is run; null while it is being prepared.</param>
/// <param name="Forecast">What is predicted for it; null while it is being prepared.</param>
public sealed record ValidationProgress(
    ValidationStep Step, double? Share, InferenceEvent? Event, Measurements Measured, ValidationSubject? Subject, Forecast? Forecast)
{
    /// <summary>Predicted against measured so far; tests still to come stand in it with their prediction alone.</summary>
    public ImmutableArray<ComparisonRow> Rows { get; init; } = [];

    /// <summary>What was changed about the request, such as a shrunk model.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What the inference process is asked to do; null while it is being prepared.</summary>
    public InferenceJob? Job { get; init; }
}
