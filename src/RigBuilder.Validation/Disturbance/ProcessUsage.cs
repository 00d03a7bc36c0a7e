using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Disturbance;

/// <summary>CPU time of a process.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Cpu">CPU time so far.</param>
public sealed record ProcessUsage(string Name, Duration Cpu);
