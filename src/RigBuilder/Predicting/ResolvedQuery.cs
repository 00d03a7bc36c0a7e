using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Cli.Predicting;

/// <summary>A query with its parts, and what had to be assumed.</summary>
internal sealed record ResolvedQuery(Rig Rig, Quest Quest, ImmutableArray<string> Assumptions);
