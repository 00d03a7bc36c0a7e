using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Prediction.Systems;

/// <summary>
/// Puts a rig's cards into its board's slots, in their order, top down. Of all ways the one is taken in which most cards have
/// room, then the one whose narrowest link is widest, then the one with most cards on the CPU, then that with most bandwidth.
/// A card takes as many openings as its height, rounded up, from its slot's position on; those must not reach the next card,
/// nor lie below the case's last opening. Only slots of x16 size are used: a shorter one takes a card only with a riser or an
/// open end, which nothing states. In an open frame of a dozen openings and more cards hang on risers beside the board, so
/// that only their heights together count.
/// </summary>
public static class SlotAssignment
{
    private const int LongSlot = 16;
    private const int AssumedHeight = 2;
    private const int OpenFrame = 12;
    private const int MostChoices = 1000;

    /// <summary>The seats of the rig's cards, in their order; integrated ones and those of a rig without board have none.</summary>
    public static ImmutableArray<GpuSeat?> Of(Rig rig)
    {
        if (rig.Gpus.IsEmpty) return [];
        if (rig.Motherboard is not { } board) return [.. rig.Gpus.Select(_ => (GpuSeat?)null)];
        var cards = rig.Gpus.Where(g => !g.Integrated).ToArray();
        var slots = board.PcieSlots.Where(s => s.Size >= LongSlot).OrderBy(s => s.Position).ToArray();
        var seated = Best(rig, cards, slots);
        var seats = ImmutableArray.CreateBuilder<GpuSeat?>(rig.Gpus.Length);
        var next = 0;
        foreach (var gpu in rig.Gpus) seats.Add(gpu.Integrated ? null : next < seated.Length ? seated[next++] : new GpuSeat(null, null, null, null, null));
        return seats.ToImmutable();
    }

    private static GpuSeat[] Best(Rig rig, Gpu[] cards, PcieSlot[] slots)
    {
        var count = Math.Min(cards.Length, slots.Length);
        GpuSeat[] best = [];
        var bestScore = (Fitting: -1, Narrowest: -1.0, OnCpu: -1, Bandwidth: -1.0);
        foreach (var choice in Choices(slots.Length, count).Take(MostChoices))
        {
            var seats = Seat(rig, cards, [.. choice.Select(i => slots[i])]);
            var links = seats.Select(s => s.Link?.Bandwidth.Value ?? 0).ToArray();
            var score = (seats.Count(s => s.SpaceOk != false), links.DefaultIfEmpty(0).Min(), seats.Count(s => s.Slot!.FromCpu), links.Sum());
            if (score.CompareTo(bestScore) > 0) (best, bestScore) = (seats, score);
        }

        return best;
    }

    private static GpuSeat[] Seat(Rig rig, Gpu[] cards, PcieSlot[] slots)
    {
        var seats = new GpuSeat[slots.Length];
        if (rig.Case is { ExpansionSlots: >= OpenFrame } frame)
        {
            var fits = cards.Sum(c => Math.Ceiling(c.Slots ?? AssumedHeight)) <= frame.ExpansionSlots;
            return [.. slots.Select((slot, i) => new GpuSeat(slot, Link(rig, cards[i], slot, slots), fits, null, null))];
        }

        for (var i = 0; i < slots.Length; i++)
        {
            var height = (int)Math.Ceiling(cards[i].Slots ?? AssumedHeight);
            int? next = i + 1 < slots.Length ? slots[i + 1].Position : null;
            var room = Room(slots[i], next, rig.Case);
            var fits = room is null || room >= height;
            seats[i] = new GpuSeat(
                slots[i],
                Link(rig, cards[i], slots[i], slots),
                cards[i].Slots is null && fits ? null : fits,
                room,
                next is null ? null : Math.Max(0, next.Value - slots[i].Position - height));
        }

        return seats;
    }

    private static int? Room(PcieSlot slot, int? next, PcCase? @case)
    {
        if (next is null && @case is null) return null;
        return Math.Min(next ?? int.MaxValue, @case is null ? int.MaxValue : @case.ExpansionSlots + 1) - slot.Position;
    }

    private static PcieLink? Link(Rig rig, Gpu card, PcieSlot slot, PcieSlot[] used)
    {
        if (card.Pcie is not { } link) return null;
        var shares = slot.SharesWith is { } other && used.Any(s => s.Position == other);
        var seat = new PcieLink(slot.Gen, shares ? slot.SharedLanes ?? slot.Lanes : slot.Lanes);
        if (slot.FromCpu && rig.Cpu?.Pcie is { Gen: > 0 } cpu) seat = seat with { Gen = Math.Min(seat.Gen, cpu.Gen) };
        return link.Negotiate(seat);
    }

    /// <summary>All ways to choose some of several slots, in ascending order. A board of eight positions has at most 70.</summary>
    private static IEnumerable<int[]> Choices(int of, int count)
    {
        var choice = Enumerable.Range(0, count).ToArray();
        while (true)
        {
            yield return choice;
            var i = count - 1;
            while (i >= 0 && choice[i] == of - count + i) i--;
            if (i < 0) yield break;
            choice[i]++;
            for (var j = i + 1; j < count; j++) choice[j] = choice[j - 1] + 1;
        }
    }
}

/// <summary>The place of a card on a board.</summary>
/// <param name="Slot">The slot; null when none is left.</param>
/// <param name="Link">The link that card, slot, lane sharing and CPU agree on; null when unknown.</param>
/// <param name="SpaceOk">Whether the card fits between its neighbours and the case's last opening; null when a height is unknown.</param>
/// <param name="Room">Openings from its slot to the next card or the case's last opening; null without either limit.</param>
/// <param name="FreeBelow">Free slot openings between this card and the next one; null for the last card.</param>
public sealed record GpuSeat(PcieSlot? Slot, PcieLink? Link, bool? SpaceOk, int? Room, int? FreeBelow);
