using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>A handful of rules in code, one of each severity, so that screens do not depend on the shipped ones.</summary>
public static class FixtureRules
{
    public static ImmutableArray<Verdict> Judge(IReadOnlyList<Situation> situations) => [.. situations.Select(Judge)];

    private static Verdict Judge(Situation situation)
    {
        var found = new List<Finding>();
        var (rig, quest, forecast) = situation;
        if (quest.Model is { } model && !rig.Gpus.IsEmpty && forecast.Memory is { } memory && memory.VramNeeded > memory.VramUsable)
            found.Add(Say("vram-holds-model", "The model fits in VRAM", forecast.Placement?.Mode == PlacementMode.DoesNotFit ? Severity.Error : Severity.Warning, PartKind.Gpu,
                $"{model.Name} {quest.Quant?.Name} needs {memory.VramNeeded}; the cards offer {memory.VramUsable}.", $"Cards with {memory.VramNeeded} of VRAM together."));
        if (rig.Cpu is { } cpu && rig.Motherboard is { } board && cpu.Socket != board.Socket)
            found.Add(Say("cpu-socket", "Processor and board share a socket", Severity.Error, PartKind.Motherboard, $"{cpu.Name} needs {cpu.Socket}; {board.Name} has {board.Socket}.", $"A board with {cpu.Socket}."));
        if (rig.Motherboard is { } slots && rig.Memory.FirstOrDefault(m => m.Type != slots.MemoryType) is { } kit)
            found.Add(Say("memory-type", "Memory suits the board", Severity.Error, PartKind.Memory, $"{kit.Name} does not fit {slots.Name}.", $"A {slots.MemoryType} kit."));
        if (rig.Psu is { } psu && forecast.Power.Rated > psu.Power)
            found.Add(Say("psu-power", "The supply carries the parts", Severity.Error, PartKind.Psu, $"The parts draw {forecast.Power.Rated}; {psu.Name} gives {psu.Power}.", $"A supply of {forecast.Power.RecommendedPsu}."));
        if (rig.Case is { } box)
            found.AddRange(rig.Gpus.Select((gpu, i) => (gpu, i)).Where(p => p.gpu.Length > box.GpuLength).Select(p =>
                Say("gpu-length", "Cards fit into the case", Severity.Error, PartKind.Case, $"{p.gpu.Name} is {p.gpu.Length} long; {box.Name} takes {box.GpuLength}.", null) with { Subject = $"gpu {p.i + 1}" }));
        if (rig.Ssds.Any(s => s.Interface == SsdInterface.Sata))
            found.Add(Say("nvme", "Models load from NVMe", Severity.Advice, PartKind.Ssd, "A SATA drive loads a model an order of magnitude slower.", "An NVMe drive."));
        if (rig.Gpus.Length >= 2) found.Add(Say("capacity-not-speed", "Two cards buy capacity, not speed", Severity.Info, PartKind.Gpu, "Layers are split; each token still passes all of them.", null));
        if (quest.Model is { Parameters: > 60e9 } && forecast.Placement?.Mode is PlacementMode.SingleGpu or PlacementMode.MultiGpu)
            found.Add(Say("giant-tamed", "Giant tamed", Severity.Achievement, null, "A model of more than 60B parameters runs wholly on graphics cards.", null));
        return new Verdict([.. found.OrderBy(f => f.Severity).ThenBy(f => f.RuleId, StringComparer.Ordinal).ThenBy(f => f.Subject, StringComparer.Ordinal)], [], []);
    }

    private static Finding Say(string id, string title, Severity severity, PartKind? slot, string message, string? cure) => new()
    {
        RuleId = id,
        Title = title,
        Severity = severity,
        Slot = slot,
        Message = message,
        Cure = cure,
        Why = "A rule of the tests.",
    };
}
