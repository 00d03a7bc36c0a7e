using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Prediction.Systems;

/// <summary>The PCIe links that cards and drives get on a board.</summary>
internal static class HostLinks
{
    /// <summary>Link of the n-th card: its own link, narrowed by the board's n-th long slot and by lanes given away.</summary>
    public static PcieLink? OfGpu(Rig rig, int index)
    {
        if (rig.Gpus[index].Pcie is not { } card) return null;
        if (rig.Motherboard is not { } board || board.PcieSlots.IsDefaultOrEmpty) return Cpu(rig, card);
        var seen = 0;
        foreach (var slot in board.PcieSlots)
        {
            if (slot.Size < 8 || seen++ != index) continue;
            var lanes = IsShared(rig, board, slot) ? slot.SharedLanes ?? slot.Lanes : slot.Lanes;
            var link = card.Negotiate(new PcieLink(slot.Gen, Math.Max(1, lanes)));
            return slot.FromCpu ? Cpu(rig, link) : link;
        }

        return Cpu(rig, card);
    }

    /// <summary>Link of the first NVMe drive: its own, narrowed by the board's first M.2 socket.</summary>
    public static PcieLink? OfDrive(Rig rig, Ssd drive)
    {
        if (drive.Pcie is not { } link) return null;
        var sockets = rig.Motherboard?.M2Slots ?? [];
        return sockets.IsDefaultOrEmpty ? link : link.Negotiate(new PcieLink(sockets[0].Gen, sockets[0].Lanes));
    }

    private static PcieLink Cpu(Rig rig, PcieLink link) =>
        rig.Cpu?.Pcie is { Gen: > 0 } cpu ? link with { Gen = Math.Min(link.Gen, cpu.Gen) } : link;

    private static bool IsShared(Rig rig, Motherboard board, PcieSlot slot)
    {
        if (slot.SharesWith is not { } other) return false;
        var seen = 0;
        foreach (var candidate in board.PcieSlots)
        {
            if (candidate.Size < 8) continue;
            if (candidate.Position == other) return seen < rig.Gpus.Length;
            seen++;
        }

        return false;
    }
}
