using System.Runtime.Intrinsics.X86;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources;

/// <summary>AVX2 and AVX-512 as the processor itself tells the running process.</summary>
public sealed class ProcessorFlagsSource : IHardwareSource
{
    /// <inheritdoc/>
    public string Name => "CPUID";

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation) => Task.FromResult(X86Base.IsSupported
        ? new MachineReport { Cpu = new CpuReport { Avx2 = Reading.Of(Avx2.IsSupported, Name), Avx512 = Reading.Of(Avx512F.IsSupported, Name) } }
        : MachineReport.Empty);
}
