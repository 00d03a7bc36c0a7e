using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>
/// Ranks the likely causes of a shortfall. Each suspicion needs evidence that was seen on this machine; what is unknown never
/// accuses. A cause weighs by how much of the shortfall it could explain.
/// </summary>
public static class Doctor
{
    private static readonly ImmutableArray<Func<Case, Cause?>> Suspicions =
    [
        LoadSuspicions.OtherLoad, LoadSuspicions.Stolen, LoadSuspicions.Thermal, LoadSuspicions.Container, LoadSuspicions.VirtualMachine,
        MemorySuspicions.Channels, MemorySuspicions.Profile, MemorySuspicions.Bandwidth,
        GpuSuspicions.Fallback, GpuSuspicions.Spill, GpuSuspicions.Link, GpuSuspicions.Power, GpuSuspicions.HeldBack, GpuSuspicions.Held,
        LoadSuspicions.NoVectorUnits, LoadSuspicions.OtherMachine,
    ];

    /// <summary>The likely causes, the likeliest first; empty when nothing is slower than predicted.</summary>
    public static ImmutableArray<Cause> Examine(Case evidence)
    {
        if (!evidence.IsSlower) return [];
        return [.. Suspicions.Select(s => s(evidence)).OfType<Cause>().OrderByDescending(c => c.Weight).ThenBy(c => c.Kind)];
    }

    /// <summary>A weight from how far a factor goes to explain the shortfall: 1 when it explains all of it.</summary>
    /// <param name="evidence">The case.</param>
    /// <param name="factor">Speed that is left under this cause alone, 0 to 1.</param>
    internal static double Explains(Case evidence, double factor)
    {
        var lost = 1 - Math.Clamp(evidence.DecodeRatio, 0, 1);
        return lost <= 0.01 ? 0.5 : Math.Clamp((1 - factor) / lost, 0.05, 1);
    }

    /// <summary>A whole percentage.</summary>
    internal static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
