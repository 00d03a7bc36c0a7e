using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Systems;
using RigBuilder.Prediction;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Rules.Facts;

/// <summary>
/// The facts of one situation: what the vocabulary reads. What has to be computed is computed when it is first asked for.
/// Not safe for concurrent use.
/// </summary>
internal sealed class RigFacts(Situation situation)
{
    private object[]? _gpus;
    private object[]? _ssds;
    private object[]? _kits;
    private Cabling? _cabling;
    private string? _gpuNames;

    public Situation Situation => situation;

    public Domain.Rigs.Rig Rig => situation.Rig;

    public Forecast Forecast => situation.Forecast;

    public MemoryForecast? Memory => situation.Forecast.Memory;

    public Placement? Placement => situation.Forecast.Placement;

    public PowerForecast Power => situation.Forecast.Power;

    public IReadOnlyList<object> Gpus => _gpus ??= Seated();

    public GpuFacts? FirstGpu => Rig.Gpus.IsEmpty ? null : (GpuFacts)Gpus[0];

    public IReadOnlyList<object> Ssds => _ssds ??= [.. Rig.Ssds.Zip(DriveAssignment.Of(Rig), (drive, seat) => new SsdFacts(drive, seat.HasPlace, seat.Link))];

    public SsdFacts? FirstSsd => Rig.Ssds.IsEmpty ? null : (SsdFacts)Ssds[0];

    public IReadOnlyList<object> Kits => _kits ??= [.. Rig.Memory];

    public Cabling Cabling => _cabling ??= Cabling.Of(Rig);

    /// <summary>"2× NVIDIA GeForce RTX 3090, NVIDIA Tesla P40"; "no GPU" without any.</summary>
    public string GpuNames => _gpuNames ??= Rig.Gpus.IsEmpty
        ? "no GPU"
        : string.Join(", ", Rig.Gpus.GroupBy(g => g.Name).Select(g => g.Count() == 1 ? g.Key : $"{g.Count()}× {g.Key}"));

    /// <summary>Memory the plan puts outside of the GPUs; null without plan.</summary>
    public Bytes? HostMemoryNeeded => Memory is null ? null : Sum(Memory.PerDevice.Where(d => !d.IsGpu).Select(d => d.Total));

    /// <summary>The rig's cards that need a slot.</summary>
    public int CardCount => Rig.Gpus.Count(g => !g.Integrated);

    /// <summary>Highest official data rate of the processor for the first kit's type; null without both.</summary>
    public TransferRate? OfficialMemorySpeed => Rig.Cpu is { } cpu && !Rig.Memory.IsEmpty
        ? cpu.Memory.FirstOrDefault(m => m.Type == Rig.Memory[0].Type)?.MaxSpeed
        : null;

    public static Bytes Sum(IEnumerable<Bytes> sizes) => sizes.Aggregate(Bytes.Zero, (a, b) => a + b);

    private object[] Seated()
    {
        var seats = SlotAssignment.Of(Rig);
        ImmutableArray<DeviceMemory> devices = Memory is null ? [] : [.. Memory.PerDevice.Where(d => d.IsGpu)];
        return [.. Rig.Gpus.Select((gpu, i) =>
        {
            var device = i < devices.Length ? devices[i] : null;
            return (object)new GpuFacts(gpu, i + 1, seats[i], device?.Total, device?.Usable);
        })];
    }
}

/// <summary>A graphics card with its place in the rig.</summary>
/// <param name="Part">The card.</param>
/// <param name="Number">Its number in the rig from 1; 0 for a card that is only considered.</param>
/// <param name="Seat">Where it sits; null for a card that is only considered.</param>
/// <param name="Used">Memory that the plan puts on it; null without plan.</param>
/// <param name="Usable">Memory of it that can be used; null without plan.</param>
internal sealed record GpuFacts(Gpu Part, int Number, GpuSeat? Seat, Bytes? Used, Bytes? Usable);

/// <summary>A drive with its place in the rig.</summary>
/// <param name="Part">The drive.</param>
/// <param name="HasSocket">Whether a socket or port is left for it; null without board.</param>
/// <param name="Link">The link that drive and M.2 socket agree on; null for SATA, without board or socket.</param>
internal sealed record SsdFacts(Ssd Part, bool? HasSocket, PcieLink? Link);
