using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Placing;

/// <summary>
/// The sets of cards worth putting a model on: all of them, as llama.cpp does, and in a mixed rig the cards of each kind (a slow
/// card in a layer split slows every token). Which sets there are depends on the parts only, so that a faster card never leads
/// to a worse choice.
/// </summary>
internal static class CardSets
{
    /// <summary>Indexes of the cards of each set, ascending, all cards first; one empty set without cards. Cards that the user chose are kept together.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(ImmutableArray<Gpu> gpus, LaunchSettings launch)
    {
        ImmutableArray<int> all = [.. Enumerable.Range(0, gpus.Length)];
        var chosen = launch.Split is not null || !launch.TensorSplit.IsEmpty || launch.MainGpu is not null || !launch.Overrides.IsEmpty;
        if (chosen || gpus.All(g => g.Id == gpus[0].Id)) return [all];
        return [all, .. all.GroupBy(i => gpus[i].Id).Select(kind => kind.ToImmutableArray())];
    }
}
