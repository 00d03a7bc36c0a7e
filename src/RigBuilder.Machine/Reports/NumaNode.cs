using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Reports;

/// <summary>A NUMA node.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Cpus">Its hardware threads as a list, "0-15,32-47".</param>
/// <param name="Memory">Its memory.</param>
public sealed record NumaNode(int Number, Reading<string> Cpus, Reading<Bytes> Memory);
