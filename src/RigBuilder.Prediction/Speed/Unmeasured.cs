using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Placing;

namespace RigBuilder.Prediction.Speed;

/// <summary>What a reader should know where saved validations are asked for and do not speak for the rig.</summary>
internal static class Unmeasured
{
    /// <summary>A note on the parts that compute and were not measured; none when all were, or when no measurement is asked for.</summary>
    public static IEnumerable<string> Notes(MeasuredMachine? measured, Rig rig, Assignment assignment, string backend, SystemMemory? memory)
    {
        if (measured is null || assignment.Mode == PlacementMode.DoesNotFit) yield break;
        var strangers = new List<string>();
        for (var gpu = 0; gpu < rig.Gpus.Length; gpu++)
            if (assignment.Uses(gpu) && measured.Of(rig.Gpus[gpu], backend) is null) strangers.Add($"{rig.Gpus[gpu].Name} with {backend}");
        var computes = assignment.Mode is PlacementMode.Partial or PlacementMode.CpuOnly;
        var cpu = measured.Of(rig);
        if (computes && cpu is null) strangers.Add(Processor(rig));
        if (strangers.Count > 0)
            yield return $"the saved validation is of {measured.Parts}; it does not speak for {string.Join(" and ", strangers.Distinct())}";
        if (computes && cpu is not null && !cpu.IsBesideSame(memory))
            yield return $"the saved validation of {cpu.Cpu.Name} was made beside other memory ({cpu.Memory}): generation on it is predicted without";
    }

    private static string Processor(Rig rig) =>
        rig.Cpu?.Name ?? (rig.Missing.FirstOrDefault(m => m.Kind == Domain.Parts.PartKind.Cpu) is { } missing ? $"the processor '{missing.Selection.PartId}'" : "a rig without processor");
}
