using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>Parts for rigs of tests.</summary>
public static class TestParts
{
    public static Gpu Gpu { get; } = new()
    {
        Id = "gpu",
        Name = "Test GPU",
        Vendor = "nvidia",
        Architecture = "ampere",
        Vram = Bytes.FromGiB(24),
        Bandwidth = BytesPerSecond.FromGigabytes(900),
    };

    public static Rig RigWithGpu { get; } = Rig.Empty with { Gpus = [Gpu] };
}
