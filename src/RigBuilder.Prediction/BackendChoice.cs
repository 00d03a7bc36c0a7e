using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction;

/// <summary>The llama.cpp backend that a prediction assumes.</summary>
/// <param name="Name">"cuda", "vulkan" …</param>
/// <param name="Note">What a reader should know about the choice; null when the quest named it.</param>
internal readonly record struct BackendChoice(string Name, string? Note)
{
    private const string Common = "vulkan";

    /// <summary>The quest's backend, else the first that all cards share, else Vulkan.</summary>
    public static BackendChoice Of(Rig rig, Quest quest) => All(rig, quest)[0];

    /// <summary>The backends that may run: the quest's alone, else those that all cards share in the catalog's order, else Vulkan.</summary>
    public static ImmutableArray<BackendChoice> All(Rig rig, Quest quest)
    {
        if (quest.Backend is { Length: > 0 } named)
        {
            var name = named.ToLowerInvariant();
            if (name is "hip") name = "rocm";
            var note = rig.Gpus.Any(g => !g.Backends.IsDefaultOrEmpty && !g.Backends.Contains(name))
                ? $"not every card is listed as running llama.cpp's {name} backend"
                : null;
            return [new BackendChoice(name, note)];
        }

        if (rig.Gpus.IsDefaultOrEmpty) return [new BackendChoice(Common, null)];
        ImmutableArray<BackendChoice> shared = [.. Backends(rig.Gpus[0]).Where(b => rig.Gpus.All(g => Backends(g).Contains(b))).Select(b => new BackendChoice(b, $"no backend given: {b}"))];
        return shared.IsEmpty ? [new BackendChoice(Common, $"the cards share no backend: {Common} assumed")] : quest.RunsOn == RunsOn.Cpu ? [shared[0]] : shared;
    }

    private static IReadOnlyList<string> Backends(Gpu gpu)
    {
        if (!gpu.Backends.IsDefaultOrEmpty) return gpu.Backends;
        return gpu.Vendor switch
        {
            "nvidia" => ["cuda", Common],
            "amd" => ["rocm", Common],
            _ => [Common],
        };
    }
}
