using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Protocol;

/// <summary>A request that was checked and placed.</summary>
/// <param name="Quest">The quest as it will be run.</param>
/// <param name="Forecast">Its prediction before anything is measured.</param>
/// <param name="Subject">What will be run.</param>
/// <param name="Job">The job, its model path still empty for a synthetic model.</param>
/// <param name="Notes">What was changed about the request.</param>
public sealed record ValidationPlan(Quest Quest, Forecast Forecast, ValidationSubject Subject, InferenceJob Job, ImmutableArray<string> Notes);
