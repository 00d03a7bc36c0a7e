namespace RigBuilder.Machine.States;

/// <summary>A process that is not ours and uses the processors.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Cpus">Hardware threads it keeps busy on average.</param>
public sealed record BusyProcess(string Name, double Cpus);
