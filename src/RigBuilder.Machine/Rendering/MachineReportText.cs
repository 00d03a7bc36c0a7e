using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Rendering;

/// <summary>The one plain-text form of a machine report: a line per value with its source. Pure; what is unknown says so.</summary>
public static class MachineReportText
{
    /// <summary>The lines of a report.</summary>
    public static ImmutableArray<string> Lines(MachineReport report)
    {
        var sheet = new ReadingSheet();
        Cpu(sheet, report);
        Memory(sheet, report.Memory);
        for (var i = 0; i < report.Gpus.Length; i++) Gpu(sheet, $"GPU {i + 1}", report.Gpus[i]);
        if (report.Gpus.IsEmpty) sheet.Section("GPU").Note("none found");
        for (var i = 0; i < report.Drives.Length; i++) Drive(sheet, $"Drive {i + 1}", report.Drives[i]);
        Board(sheet, report.Board);
        System(sheet, report);
        if (!report.Contradictions.IsEmpty)
        {
            sheet.Section("Contradictions");
            foreach (var contradiction in report.Contradictions) sheet.Note(contradiction.ToString());
        }

        if (!report.Diagnostics.IsEmpty)
        {
            sheet.Section("Problems");
            foreach (var diagnostic in report.Diagnostics) sheet.Note(DiagnosticText.Render(diagnostic));
        }

        return sheet.Lines;
    }

    private static void Cpu(ReadingSheet sheet, MachineReport report)
    {
        var cpu = report.Cpu;
        sheet.Section("CPU").Line("name", cpu.Name).Optional("design of the cores", cpu.CoreDesign).Line("sockets", cpu.Sockets).Line("cores", cpu.Cores).Line("threads", cpu.Threads)
            .Line("base clock", cpu.BaseClock).Optional("highest clock", cpu.MaxClock).Optional("L3 cache", cpu.L3Cache)
            .Line("extensions", cpu.Extensions);
        foreach (var node in report.Numa.Length > 1 ? report.Numa : [])
            sheet.Line($"NUMA node {node.Number}", node.Memory.Select(m => $"{m}, threads {node.Cpus.ValueOr("unknown")}"));
    }

    private static void Memory(ReadingSheet sheet, MemoryReport memory)
    {
        sheet.Section("Memory").Line("installed", memory.Installed).Line("usable", memory.Usable).Line("available now", memory.Available)
            .Optional("swap", memory.Swap).Line("slots", memory.Slots).Line("channels in use", memory.ChannelsPopulated);
        foreach (var module in memory.Modules) sheet.Line(module.Slot.ValueOr("module"), module.Size.Select(_ => Describe(module)));
        if (memory.Modules.IsEmpty) sheet.Line("modules", Reading<string>.Unknown());
    }

    private static string Describe(MemoryModule module)
    {
        var speed = module.ConfiguredSpeed.TryGet(out var now) ? $"{now}{(module.RatedSpeed.TryGet(out var rated) && rated != now ? $" (rated {rated})" : "")}"
            : module.RatedSpeed.TryGet(out var only) ? $"rated {only}" : "speed unknown";
        var extras = new[] { module.Ecc.ValueOr(false) ? "ECC" : "", module.Registered.ValueOr(false) ? "registered" : "", module.Manufacturer.ValueOr(""), module.PartNumber.ValueOr("") };
        return string.Join(' ', new[] { $"{module.Size.Value}", module.TypeName.ValueOr("type unknown"), speed }.Concat(extras.Where(e => e.Length > 0)));
    }

    private static void Gpu(ReadingSheet sheet, string title, GpuReport gpu) => sheet.Section(title)
        .Line("name", gpu.Name).Line("address", gpu.Address).Line("PCI id", gpu.PciId)
        .Line("VRAM", gpu.VramTotal).Line("VRAM free", gpu.VramFree).Line("driver", gpu.Driver)
        .Line("link now", gpu.LinkNow).Line("link at best", gpu.LinkBest).Optional("card's link", gpu.CardLink)
        .Line("power limit", gpu.PowerLimit).Optional("default limit", gpu.DefaultPowerLimit).Optional("compute capability", gpu.ComputeCapability)
        .Optional("laptop variant", gpu.Laptop.Select(YesNo)).Optional("integrated", gpu.Integrated.Select(YesNo));

    private static void Drive(ReadingSheet sheet, string title, DriveReport drive) => sheet.Section(title)
        .Line("device", drive.Device).Line("model", drive.Model).Line("size", drive.Size.Select(s => s.ToDecimalString()))
        .Line("kind", drive.Kind).Optional("link now", drive.LinkNow).Optional("link at best", drive.LinkBest);

    private static void Board(ReadingSheet sheet, BoardReport board) => sheet.Section("Board")
        .Line("maker", board.Vendor).Line("name", board.Name).Optional("system", board.System).Line("BIOS", board.Bios).Optional("portable", board.Portable.Select(YesNo));

    private static void System(ReadingSheet sheet, MachineReport report) => sheet.Section("System")
        .Line("OS", report.Os.Name).Line("kernel", report.Os.Kernel).Optional("virtualised by", report.Os.Virtualisation)
        .Optional("container", report.Limits.Container).Optional("memory limit", report.Limits.Memory)
        .Optional("CPU limit", report.Limits.Cpus.Select(c => QuantityText.Number(c, 2) + " processors"))
        .Optional("allowed threads", report.Limits.AllowedThreads)
        .Line("load, 1 minute", report.Load.OneMinute.Select(l => l.ToString("0.00", CultureInfo.InvariantCulture)));

    private static string YesNo(bool value) => value ? "yes" : "no";
}
