namespace RigBuilder.Validation.Disturbance;

/// <summary>Another process that uses the CPU.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Cpus">CPUs it keeps busy.</param>
public sealed record BusyProcess(string Name, double Cpus);
