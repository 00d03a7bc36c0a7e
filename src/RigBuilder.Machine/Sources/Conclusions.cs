using RigBuilder.Domain.Naming;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources;

/// <summary>What follows for certain from readings of different sources together.</summary>
internal static class Conclusions
{
    /// <summary>The report with the conclusions; readings that are known stay as they are.</summary>
    public static MachineReport Complete(MachineReport report) => report with
    {
        Gpus = [.. report.Gpus.Select(g => g with { Laptop = Laptop(g), Integrated = Integrated(g, report.Cpu) })],
    };

    private static Reading<bool> Laptop(GpuReport gpu) =>
        gpu.Laptop.IsKnown || !gpu.Name.TryGet(out var name) || !CardName.Of(name).Laptop ? gpu.Laptop : Reading.Derived(true, gpu.Name.Source);

    // "AMD Ryzen 7 7840HS w/ Radeon 780M Graphics" names its own graphics; the generic "with Radeon Graphics" names none.
    private static Reading<bool> Integrated(GpuReport gpu, CpuReport cpu)
    {
        if (gpu.Integrated.IsKnown || !gpu.Name.TryGet(out var name) || !cpu.Name.TryGet(out var processor)) return gpu.Integrated;
        var with = Math.Max(processor.IndexOf(" w/ ", StringComparison.OrdinalIgnoreCase), processor.IndexOf(" with ", StringComparison.OrdinalIgnoreCase));
        if (with < 0) return gpu.Integrated;
        var own = CardName.Of(processor[(processor.IndexOf(' ', with + 1) + 1)..]);
        return own.HasNumber && own.MayEqual(CardName.Of(name)) ? Reading.Derived(true, "model name of the processor") : gpu.Integrated;
    }
}
