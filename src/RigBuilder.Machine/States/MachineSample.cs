namespace RigBuilder.Machine.States;

/// <summary>Counters of the processors at one moment. A counter that the system does not tell is null.</summary>
/// <param name="Total">Clock ticks of all hardware threads since the start.</param>
/// <param name="Busy">Ticks of those spent working, for anybody.</param>
/// <param name="Stolen">Ticks that a hypervisor gave to other machines.</param>
/// <param name="Ours">Ticks of <see cref="Busy"/> spent by our own processes and their ended children.</param>
/// <param name="Throttled">Thermal throttle events of all cores and packages since the start.</param>
public sealed record MachineSample(long? Total, long? Busy, long? Stolen, long Ours, long? Throttled);
