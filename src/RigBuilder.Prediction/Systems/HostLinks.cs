using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Prediction.Systems;

/// <summary>The PCIe links that cards and drives get: those stated for the very card, those of their places on the board, else what part and CPU can do.</summary>
internal static class HostLinks
{
    /// <summary>Link of each card; null where its own is not known.</summary>
    public static PcieLink?[] OfGpus(Rig rig)
    {
        var seats = SlotAssignment.Of(rig);
        var links = new PcieLink?[rig.Gpus.Length];
        for (var i = 0; i < links.Length; i++) links[i] = rig.Gpus[i].Link ?? seats[i]?.Link ?? WithoutBoard(rig, rig.Gpus[i]);
        return links;
    }

    /// <summary>Link of the first drive; null where its own is not known.</summary>
    public static PcieLink? OfFirstDrive(Rig rig) => DriveAssignment.Of(rig)[0].Link ?? rig.Ssds[0].Pcie;

    private static PcieLink? WithoutBoard(Rig rig, Gpu card)
    {
        if (card.Pcie is not { } link) return null;
        return rig.Cpu?.Pcie is { Gen: > 0 } cpu ? link with { Gen = Math.Min(link.Gen, cpu.Gen) } : link;
    }
}
