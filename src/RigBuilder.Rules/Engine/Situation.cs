using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;

namespace RigBuilder.Rules.Engine;

/// <summary>What rules judge: the rig, what it is for, and what is predicted of it.</summary>
/// <param name="Rig">The parts.</param>
/// <param name="Quest">The workload and wishes.</param>
/// <param name="Forecast">The prediction for both.</param>
public sealed record Situation(Rig Rig, Quest Quest, Forecast Forecast);
