using System.Globalization;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Drafts the catalog entry of an unknown processor.</summary>
internal static class CpuDraft
{
    private const string Check = "; check this";

    /// <summary>
    /// The draft; socket, memory and channels, which no tool tells of a processor, are those of its twin, else those in use here, or are
    /// left to a person.
    /// </summary>
    /// <param name="cpu">What was found.</param>
    /// <param name="machine">What was found beside it.</param>
    /// <param name="raw">Its name.</param>
    /// <param name="twin">The catalog's entry of the same chip with or without graphics; null when there is none.</param>
    public static DraftEntry Of(CpuReport cpu, MachineReport machine, string raw, Cpu? twin = null) => new(PartKind.Cpu, DraftEntry.IdOf($"my {CpuName.Key(raw)}"),
    [
        new("name", DraftEntry.Quote(raw), cpu.Name.Source),
        cpu.Vendor.TryGet(out var vendor) && vendor is "intel" or "amd" or "apple" or "qualcomm" or "ampere" ? new("vendor", vendor) : new("vendor", null, "intel, amd, apple, nvidia, qualcomm or ampere"),
        twin is not null ? As(twin, "socket", twin.Socket) : machine.Board.Portable.ValueOr(false) ? new("socket", "BGA (mobile)", machine.Board.Portable.Source + Check) : new("socket", null, "for example AM5"),
        Number("cores", cpu.Cores, Sockets(cpu)),
        Number("threads", cpu.Threads, Sockets(cpu)),
        .. cpu.BaseClock.TryGet(out var clock)
            ? [new DraftField("base_clock", string.Create(CultureInfo.InvariantCulture, $"{clock.Gigahertz:0.##} GHz"), cpu.BaseClock.Source)] : Array.Empty<DraftField>(),
        twin is not null ? As(twin, "memory", $"[{string.Join(", ", twin.Memory.Select(m => Taken(m.Type, m.MaxSpeed.MegaTransfers)))}]") : Memory(machine.Memory),
        twin is not null ? As(twin, "memory_channels", twin.MemoryChannels.ToString(CultureInfo.InvariantCulture)) : Channels(cpu, machine.Memory),
        .. twin?.Pcie is { } lanes ? [As(twin, "pcie", string.Create(CultureInfo.InvariantCulture, $"{{ gen: {lanes.Gen}, lanes: {lanes.Lanes} }}"))] : Array.Empty<DraftField>(),
        .. twin?.Tdp is { } tdp ? [As(twin, "tdp", string.Create(CultureInfo.InvariantCulture, $"{tdp.Value:0.#} W"))] : Array.Empty<DraftField>(),
        .. twin is not null ? [new DraftField("integrated_graphics", CpuName.Key(raw).EndsWith('f') ? "false" : "true", "by its name")] : Array.Empty<DraftField>(),
        .. Flag("avx2", cpu.Avx2),
        .. Flag("avx512", cpu.Avx512),
        new("source", DraftEntry.Quote("hardware scan of this machine")),
    ]);

    /// <summary>How many of it there are: virtual machines put single cores on sockets of their own.</summary>
    public static int Sockets(CpuReport cpu) =>
        cpu.Sockets.TryGet(out var sockets) && sockets > 1 && cpu.Cores.TryGet(out var cores) && cores % sockets == 0 && cores / sockets > 1 ? sockets : 1;

    private static string Taken(MemoryType type, double speed) => string.Create(CultureInfo.InvariantCulture, $"{{ type: {type.ToString().ToLowerInvariant()}, max_speed: {speed:0} MT/s }}");

    private static DraftField As(Cpu twin, string key, string value) => new(key, value, $"as {twin.Name}");

    private static DraftField Memory(MemoryReport memory)
    {
        var fitted = memory.Modules.Select(m => (m.Type, Speed: m.ConfiguredSpeed.Or(m.RatedSpeed))).Where(m => m.Type.IsKnown && m.Speed.IsKnown)
            .GroupBy(m => m.Type.Value, m => m.Speed.Value.MegaTransfers).OrderBy(g => g.Key).ToArray();
        return fitted.Length == 0
            ? new("memory", null, "for example [{ type: ddr5, max_speed: 5600 MT/s }]")
            : new("memory", $"[{string.Join(", ", fitted.Select(g => Taken(g.Key, g.Max())))}]", "what the modules here run at" + Check);
    }

    private static DraftField Channels(CpuReport cpu, MemoryReport memory) => memory.ChannelsPopulated.TryGet(out var channels) && channels % Sockets(cpu) == 0
        ? new("memory_channels", (channels / Sockets(cpu)).ToString(CultureInfo.InvariantCulture), "in use here" + Check)
        : new("memory_channels", null, "for example 2");

    private static DraftField[] Flag(string key, Reading<bool> reading) => reading.TryGet(out var value) ? [new(key, value ? "true" : "false", reading.Source)] : [];

    private static DraftField Number(string key, Reading<int> reading, int sockets) => reading.TryGet(out var value)
        ? new(key, (value / sockets).ToString(CultureInfo.InvariantCulture), reading.Source)
        : new(key, null, "a whole number");
}
