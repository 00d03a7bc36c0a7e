using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Placing;

/// <summary>What a reader should know about settings that were fixed.</summary>
internal static class LaunchNotes
{
    /// <summary>The notes; none when nothing was fixed.</summary>
    public static IEnumerable<string> Of(Quest quest, ModelProfile profile, Rig rig, Assignment assignment, TensorMoves? moves, Budget[] budgets)
    {
        var launch = quest.Launch;
        if (quest.EffectiveMicroBatch < quest.MicroBatch) yield return $"-b {launch.Batch} is smaller than -ub {quest.MicroBatch}: llama.cpp computes {launch.Batch} tokens at once";
        if (moves is { IsEmpty: true }) yield return $"no tensor of {profile.Model.Name} has a name that -ot finds: it changes nothing";
        if (moves is not null && !profile.Exact) yield return $"the tensor names of {profile.Model.Architecture} are approximated: what -ot finds may differ";
        if (launch.Split is SplitMode.Row or SplitMode.Tensor && rig.Gpus.Length < 2) yield return $"-sm {launch.Split.ToString()!.ToLowerInvariant()} changes nothing with one card";
        foreach (var o in launch.Overrides)
            if (o.Card >= rig.Gpus.Length) yield return $"the rig has no card {o.Device}: '{o.Pattern}' is counted in system memory";
        if (launch.Speculation is { Kind: SpeculationKind.Mtp })
            yield return "the file is taken to hold MTP layers (names of such files often say so); how many drafts are accepted hangs on the text, so the gain has a wide range and may be a loss";
        if (launch.Speculation is { Kind: SpeculationKind.Draft })
            yield return "how many drafts are accepted hangs on the text and on how alike both models are, so the gain has a wide range and may be a loss";
        for (var card = 0; card < rig.Gpus.Length; card++)
            if ((rig.Gpus[card].PowerLimit ?? launch.PowerLimit(card)) is { } limit && rig.Gpus[card].BoardPower is { Value: > 0 } board && limit > board)
                yield return $"a power limit of {limit} is above the {board} of {rig.Gpus[card].Name}: its draw is counted, no gain in speed";
        if (launch.FixesPlacement && assignment.UsesGpu)
            for (var card = 0; card < budgets.Length; card++)
                if (Held(profile, assignment, card) is > 0 and var held && held > budgets[card].Free)
                    yield return $"{rig.Gpus[card].Name} is filled beyond what is usually free ({Bytes.FromDouble(Math.Max(0, budgets[card].Usable))}): it runs if nothing else is on the card";
    }

    private static double Held(ModelProfile profile, Assignment assignment, int card)
    {
        if (!assignment.Uses(card)) return 0;
        var sum = assignment.OutputOn(profile, card);
        for (var layer = 0; layer < profile.Layers; layer++) sum += assignment.DenseOn(profile, layer, card) + assignment.ExpertsOn(profile, layer, card);
        return sum;
    }
}
