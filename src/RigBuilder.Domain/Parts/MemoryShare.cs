using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>What a GPU without memory of its own may take of the system's.</summary>
/// <param name="Pool">The system's memory.</param>
/// <param name="AsShipped">What it may take before anything is set.</param>
/// <param name="Most">What it is usually raised to.</param>
/// <param name="RaisedBy">What raises it, in words; null when nothing has to.</param>
/// <remarks>
/// Apple: Metal's recommendedMaxWorkingSetSize, as llama.cpp prints it: 10.7 of 16, 21.3 of 32, 27 of 36, 48 of 64, 96 of 128 GiB
/// (llama.cpp discussion 2182 and logs in its issues); iogpu.wired_limit_mb raises it, 8 GiB left to the system. AMD: amdgpu's GTT is half
/// of the memory (kernel documentation, amdgpu.gttsize); 110 of 128 GiB are what owners of Strix Halo raise it to. Intel: half of the memory
/// on Windows, 87 % by its driver's shared memory override. NVIDIA: a DGX Spark shows programs 119 of 128 GiB.
/// </remarks>
public sealed record MemoryShare(Bytes Pool, Bytes AsShipped, Bytes Most, string? RaisedBy)
{
    private const double NvidiaVisible = 119.0 / 128;
    private const double AmdAsShipped = 0.5, AmdMost = 110.0 / 128, IntelAsShipped = 0.5, IntelMost = 0.87;
    private const double AppleSmall = 2.0 / 3, AppleLarge = 0.75, AppleLargeFromGiB = 36, AppleSystemGiB = 8;

    /// <summary>The share of a maker's GPU in a memory.</summary>
    /// <param name="vendor">Maker of the GPU: "amd", "apple", "intel", "nvidia".</param>
    /// <param name="pool">The system's memory.</param>
    public static MemoryShare Of(string vendor, Bytes pool) => vendor switch
    {
        "apple" => Apple(pool),
        "amd" => new(pool, pool * AmdAsShipped, pool * AmdMost, "the kernel's ttm.pages_limit, or a larger carve-out in the BIOS"),
        "intel" => new(pool, pool * IntelAsShipped, pool * IntelMost, "the shared GPU memory override of Intel's driver"),
        "nvidia" => new(pool, pool * NvidiaVisible, pool * NvidiaVisible, null),
        _ => new(pool, pool, pool, null),
    };

    private static MemoryShare Apple(Bytes pool)
    {
        var asShipped = pool * (pool.GiB < AppleLargeFromGiB ? AppleSmall : AppleLarge);
        var most = pool - Bytes.FromGiB(AppleSystemGiB);
        return new(pool, asShipped, most > asShipped ? most : asShipped, "sudo sysctl iogpu.wired_limit_mb");
    }
}
