using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Speed;

/// <summary>
/// Cards that work on every tensor together: the slowest sets the time, and each layer waits for all of them. In a row split the cache and
/// what is not split are the main card's alone.
/// </summary>
internal static class SideBySide
{
    /// <summary>Adds the times of all cards for a token.</summary>
    public static void AddDecode(Ledger ledger, SpeedQuestion question, double depth)
    {
        var (slowest, longest) = (-1, -1.0);
        for (var gpu = 0; gpu < question.Gpus.Length; gpu++)
        {
            if (!question.Assignment.Uses(gpu)) continue;
            var seconds = DecodeFormula.Seconds(DecodeSpeed.Work(question, gpu, depth), question.Gpus[gpu].Decode);
            if (seconds > longest) (slowest, longest) = (gpu, seconds);
        }

        if (slowest < 0) return;
        var before = ledger.Seconds;
        DecodeSpeed.AddGpu(ledger, question, slowest, depth, true);
        var launch = question.Calibration.Launch;
        var row = question.Assignment.Split == SplitMode.Row;
        var work = DecodeSpeed.Work(question, slowest, depth);
        var waiting = row ? work.Layers * launch.RowPerLayer.Seconds : (work.Layers * launch.TensorPerLayer.Seconds) + (work.ExpertLayers * launch.TensorPerExpertLayer.Seconds);
        var spread = row ? launch.RowSpread : launch.TensorSpread;
        ledger.Add("cards waiting for one another", waiting, spread, Basis.Guess, "guess: layers × time per layer; " + launch.Sources.GetValueOrDefault(row ? "row_per_layer" : "tensor_per_layer", ""), "hand-over between the cards");
        ledger.Widen(spread, ledger.Seconds - before);
    }

    /// <summary>Prompt speed of cards side by side over that of a layer split of the same cards.</summary>
    public static (double Factor, double Spread) Prompts(SpeedQuestion question)
    {
        var launch = question.Calibration.Launch;
        if (!question.Assignment.IsSideBySide) return (1, 0);
        return question.Assignment.Split == SplitMode.Row ? (launch.RowPrompts, launch.RowSpread)
            : (question.Profile.ExpertLayers > 0 ? launch.TensorExpertPrompts : 1, launch.TensorSpread);
    }
}
