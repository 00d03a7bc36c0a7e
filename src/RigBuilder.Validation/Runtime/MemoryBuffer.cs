using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Runtime;

/// <summary>A buffer that the library allocated.</summary>
/// <param name="Device">The library's name of where it lies ("CPU", "CUDA0", "CPU_REPACK").</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Size">How large it is; the library reports to 0.01 MiB.</param>
public sealed record MemoryBuffer(string Device, MemoryKind Kind, Bytes Size);
