using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.States;

/// <summary>A process that holds video memory.</summary>
/// <param name="Address">Bus address of the GPU.</param>
/// <param name="ProcessId">Process id.</param>
/// <param name="Name">Name of the program.</param>
/// <param name="Memory">What it holds; null when the driver does not tell.</param>
public sealed record VramHolder(string Address, int ProcessId, string Name, Bytes? Memory);
