using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Reports;

/// <summary>The processor, or all equal processors of a machine with several sockets.</summary>
public sealed record CpuReport
{
    /// <summary>Model name as the processor gives it.</summary>
    public Reading<string> Name { get; init; }

    /// <summary>Design of the cores ("Cortex-X925 + Cortex-A725"), where it is not told by the name.</summary>
    public Reading<string> CoreDesign { get; init; }

    /// <summary>Maker: "intel", "amd", "arm", "apple" or as reported.</summary>
    public Reading<string> Vendor { get; init; }

    /// <summary>Populated sockets.</summary>
    public Reading<int> Sockets { get; init; }

    /// <summary>Physical cores of all sockets.</summary>
    public Reading<int> Cores { get; init; }

    /// <summary>Hardware threads of all sockets.</summary>
    public Reading<int> Threads { get; init; }

    /// <summary>Base clock.</summary>
    public Reading<Frequency> BaseClock { get; init; }

    /// <summary>Highest clock.</summary>
    public Reading<Frequency> MaxClock { get; init; }

    /// <summary>Last-level (L3) cache of all sockets.</summary>
    public Reading<Bytes> L3Cache { get; init; }

    /// <summary>Whether AVX2 can be used.</summary>
    public Reading<bool> Avx2 { get; init; }

    /// <summary>Whether AVX-512 (F) can be used.</summary>
    public Reading<bool> Avx512 { get; init; }

    /// <summary>Vector extensions that matter for inference, blank separated, as the system spells them.</summary>
    public Reading<string> Extensions { get; init; }
}

/// <summary>A NUMA node.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Cpus">Its hardware threads as a list, "0-15,32-47".</param>
/// <param name="Memory">Its memory.</param>
public sealed record NumaNode(int Number, Reading<string> Cpus, Reading<Bytes> Memory);
