using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Labels;

/// <summary>The figures of a kind of part that decide a choice, as table columns.</summary>
public static class PartStats
{
    /// <summary>Two columns per kind; the second is the first to go when room is short.</summary>
    public static ImmutableArray<Column> Columns(PartKind kind)
    {
        var (first, firstWidth, second, secondWidth) = kind switch
        {
            PartKind.Gpu => ("VRAM", 7, "Bandwidth", 10),
            PartKind.Cpu => ("Socket", 8, "Cores · memory", 14),
            PartKind.Motherboard => ("Socket", 8, "Memory · size", 13),
            PartKind.Memory => ("Size", 7, "Speed", 14),
            PartKind.Ssd => ("Size", 6, "Reads", 9),
            PartKind.Psu => ("Power", 7, "Badge · ATX", 14),
            PartKind.Case => ("GPU up to", 9, "Boards", 9),
            PartKind.Machine => ("Memory", 8, "Form", 11),
            _ => ("Carries", 7, "Type", 14),
        };
        return [new Column(first, firstWidth) { Rank = 1, AlignRight = kind is not (PartKind.Cpu or PartKind.Motherboard) }, new Column(second, secondWidth) { Rank = 5 }];
    }

    /// <summary>The two figures of a part.</summary>
    public static (string First, string Second) Of(Part part) => part switch
    {
        Gpu gpu => (gpu.Vram.ToString(), gpu.Bandwidth.ToString()),
        Cpu cpu => (cpu.Socket, $"{cpu.Cores} · {string.Join('/', cpu.Memory.Select(m => Name(m.Type)).Distinct())}×{cpu.MemoryChannels}"),
        Motherboard board => (board.Socket, $"{Name(board.MemoryType)} · {Name(board.FormFactor)}"),
        MemoryKit kit => (kit.Capacity.ToString(), $"{Name(kit.Type)}-{kit.Speed.ToString().Split(' ')[0].Replace(",", "", StringComparison.Ordinal)} ×{kit.Modules}"),
        Ssd ssd => (ssd.Capacity.ToDecimalString(), ssd.Read.ToString()),
        Psu psu => (psu.Power.ToString(), $"{psu.Efficiency} · {psu.AtxVersion.ToString("0.0", CultureInfo.InvariantCulture)}"),
        PcCase box => (box.GpuLength.ToString(), box.FormFactors.IsDefaultOrEmpty ? "" : Name(box.FormFactors.Max())),
        WholeMachine machine => (machine.Memory?.Sizes[0].Size.ToString() ?? "none", Name(machine.Form)),
        Cooler cooler => (cooler.MaxTdp?.ToString() ?? "?", cooler.Radiator is { } radiator ? $"{radiator} AIO" : $"{cooler.Height?.ToString() ?? "?"} air"),
        _ => ("", ""),
    };

    /// <summary>Everything known about a part, for its details.</summary>
    public static IEnumerable<(string Name, string Value)> All(Part part)
    {
        foreach (var pair in Specific(part)) yield return pair;
        if (part.Released is { } year) yield return ("Released", year.ToString(CultureInfo.InvariantCulture));
        foreach (var price in part.Price is { IsEstimate: true } estimate ? [estimate, .. part.Prices] : part.Prices.IsEmpty && part.Price is { } only ? [only] : part.Prices)
            yield return (price.IsEstimate ? "Price, estimated" : "Price", Told(price));
        yield return ("Id", part.Id);
    }

    /// <summary>A price with what is to be known of it: condition, span, month, what an estimate rests on.</summary>
    public static string Told(Price price) =>
        $"{(price.IsEstimate ? "≈ " : "")}{price.Amount}{(price is { Low: { } low, High: { } high } ? $" ({low} to {high})" : "")}, {price.Condition.ToString().ToLowerInvariant()}"
        + $"{(price.AsOf is { } month ? $", as of {month}" : "")}{(price.Basis is { } basis ? $", {basis}" : "")}";

    /// <summary>"DDR5".</summary>
    public static string Name(MemoryType type) => type.ToString().ToUpperInvariant();

    /// <summary>"micro-ATX".</summary>
    public static string Name(FormFactor size) => size switch
    {
        FormFactor.MiniItx => "Mini-ITX",
        FormFactor.MicroAtx => "mATX",
        FormFactor.Atx => "ATX",
        FormFactor.Eatx => "E-ATX",
        _ => "SSI-EEB",
    };

    /// <summary>"2 × 8-pin", for a list of connectors.</summary>
    public static string Name(ImmutableArray<ConnectorCount> connectors) => connectors.IsDefaultOrEmpty
        ? "none"
        : string.Join(", ", connectors.Select(c => $"{c.Count} × {Name(c.Type)}"));

    private static string Name(MachineForm form) => form == MachineForm.MiniPc ? "mini PC" : form.ToString().ToLowerInvariant();

    private static string Name(PowerConnector connector) => connector switch
    {
        PowerConnector.Pcie6Pin => "6-pin",
        PowerConnector.Pcie8Pin => "8-pin",
        PowerConnector.TwelveVhpwr => "16-pin",
        _ => "EPS 8-pin",
    };

    private static IEnumerable<(string, string)> Specific(Part part) => part switch
    {
        Gpu gpu => [("Memory", gpu.Vram.ToString()), ("Bandwidth", gpu.Bandwidth.ToString()), ("FP16", Text(gpu.Fp16)),
            ("Architecture", gpu.Architecture), ("Backends", string.Join(", ", gpu.Backends)), ("Board power", Text(gpu.BoardPower)),
            ("Power inputs", Name(gpu.Connectors)), ("Link", Text(gpu.Pcie)), ("Length", Text(gpu.Length)),
            ("Slots", gpu.Slots?.ToString(CultureInfo.InvariantCulture) ?? "unknown"), ("Cooling", gpu.Cooling.ToString())],
        Cpu cpu => [("Socket", cpu.Socket), ("Cores", $"{cpu.Cores} cores, {cpu.Threads} threads"), ("Clock", $"{Text(cpu.BaseClock)} to {Text(cpu.BoostClock)}"),
            ("Memory", string.Join(", ", cpu.Memory.Select(m => $"{Name(m.Type)} up to {m.MaxSpeed}"))), ("Channels", cpu.MemoryChannels.ToString(CultureInfo.InvariantCulture)),
            ("Power", Text(cpu.TurboPower ?? cpu.Tdp)), ("PCIe", cpu.Pcie is { } p ? $"{p.Lanes} lanes, generation {p.Gen}" : "unknown"), ("AVX-512", cpu.Avx512 ? "yes" : "no")],
        Motherboard board => [("Socket", board.Socket), ("Chipset", board.Chipset), ("Size", Name(board.FormFactor)),
            ("Memory", $"{board.MemorySlots} × {Name(board.MemoryType)}, {board.MemoryChannels} channels, up to {Text(board.MaxMemory)}"),
            ("PCIe slots", string.Join(", ", board.PcieSlots.Select(s => $"{s.Gen}.0 x{s.Lanes}"))), ("M.2", string.Join(", ", board.M2Slots.Select(s => $"{s.Gen}.0 x{s.Lanes}"))),
            ("BIOS", board.BiosNote ?? "nothing to note")],
        MemoryKit kit => [("Capacity", $"{kit.Modules} × {kit.ModuleSize}"), ("Type", Name(kit.Type)), ("Speed", kit.Speed.ToString()), ("ECC", kit.Ecc ? "yes" : "no"), ("Registered", kit.Registered ? "yes" : "no")],
        Ssd ssd => [("Capacity", ssd.Capacity.ToDecimalString()), ("Interface", ssd.Pcie is { } link ? $"NVMe, {link}" : "SATA"), ("Reads", ssd.Read.ToString()), ("Writes", Text(ssd.Write)), ("Endurance", ssd.Endurance?.ToDecimalString() ?? "unknown")],
        Psu psu => [("Power", psu.Power.ToString()), ("80 PLUS", psu.Efficiency.ToString()), ("ATX", psu.AtxVersion.ToString("0.0", CultureInfo.InvariantCulture)), ("Connectors", Name(psu.Connectors)), ("Size", psu.FormFactor.ToString())],
        PcCase box => [("Boards", string.Join(", ", box.FormFactors.Select(Name))), ("Longest card", box.GpuLength.ToString()), ("Tallest cooler", box.CoolerHeight.ToString()),
            ("Expansion slots", box.ExpansionSlots.ToString(CultureInfo.InvariantCulture)), ("Airflow", box.Airflow.ToString()), ("Radiator", Text(box.Radiator))],
        WholeMachine machine => [("Form", Name(machine.Form)), .. machine.Holds.Select(h => (PartLabels.Long(h.Key), string.Join(", ", h.Value))),
            ("Memory", machine.Memory?.Kit.Name ?? "none"), ("Power", Text(machine.Power)), ("Changes", machine.Changes.IsEmpty ? "nothing" : string.Join(", ", machine.Changes.Select(PartLabels.Short))),
            ("Added cards", Text(machine.CardLink))],
        Cooler cooler => [("Type", cooler.Type.ToString()), ("Sockets", string.Join(", ", cooler.Sockets)), ("Height", Text(cooler.Height)), ("Radiator", Text(cooler.Radiator)), ("Carries", Text(cooler.MaxTdp))],
        _ => [],
    };

    private static string Text<T>(T? value)
        where T : struct => value?.ToString() ?? "unknown";
}
