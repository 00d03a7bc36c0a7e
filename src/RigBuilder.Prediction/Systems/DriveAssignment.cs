using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Prediction.Systems;

/// <summary>Puts a rig's drives into its board's sockets: the fastest NVMe drive into the fastest M.2 socket, and so on.</summary>
public static class DriveAssignment
{
    /// <summary>The places of the rig's drives, in their order.</summary>
    public static ImmutableArray<DriveSeat> Of(Rig rig)
    {
        if (rig.Motherboard is not { } board) return [.. rig.Ssds.Select(_ => new DriveSeat(null, null))];
        var sockets = board.M2Slots.OrderByDescending(s => s.Gen).ThenByDescending(s => s.Lanes).ThenByDescending(s => s.FromCpu).ToArray();
        var order = Enumerable.Range(0, rig.Ssds.Length).Where(i => rig.Ssds[i].Interface == SsdInterface.NvmeM2)
            .OrderByDescending(i => rig.Ssds[i].Pcie?.Bandwidth.Value ?? 0).ToArray();
        var seats = new DriveSeat[rig.Ssds.Length];
        for (var place = 0; place < order.Length; place++)
        {
            var drive = rig.Ssds[order[place]];
            var socket = place < sockets.Length ? sockets[place] : null;
            seats[order[place]] = new DriveSeat(socket is not null, socket is null ? null : drive.Pcie?.Negotiate(new PcieLink(socket.Gen, socket.Lanes)));
        }

        var ports = board.SataPorts;
        for (var i = 0; i < seats.Length; i++) seats[i] ??= new DriveSeat(ports-- > 0, null);
        return [.. seats];
    }
}

/// <summary>The place of a drive on a board.</summary>
/// <param name="HasPlace">Whether a socket or port is left for it; null without board.</param>
/// <param name="Link">The link that drive and socket agree on; null when unknown or not PCIe.</param>
public sealed record DriveSeat(bool? HasPlace, PcieLink? Link);
