using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Rules.Appraising;

/// <summary>Everything known about a build: its parts, what is predicted, what the rules say, and the grade.</summary>
/// <param name="Build">The build as edited.</param>
/// <param name="Rig">Its parts.</param>
/// <param name="Quest">Its quest.</param>
/// <param name="Forecast">The prediction.</param>
/// <param name="Verdict">Findings and tags.</param>
/// <param name="Grade">The grade.</param>
public sealed record Appraisal(Build Build, Rig Rig, Quest Quest, Forecast Forecast, Verdict Verdict, Grade Grade);
