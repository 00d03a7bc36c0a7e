namespace RigBuilder.Prediction.Speed;

/// <summary>What one card does for a prompt.</summary>
/// <param name="Tokens">Tokens of the prompt.</param>
/// <param name="Batches">Micro-batches.</param>
/// <param name="Dense">Dense weights that each token multiplies.</param>
/// <param name="Experts">Weights of routed experts that each token multiplies.</param>
/// <param name="Attention">Operations of attention over the whole prompt.</param>
/// <param name="Bytes">Bytes of weights that a micro-batch reads.</param>
/// <param name="Layers">Layers.</param>
internal readonly record struct PromptWork(double Tokens, double Batches, double Dense, double Experts, double Attention, double Bytes, double Layers);

/// <summary>How fast a card is at it.</summary>
/// <param name="Operations">Effective operations per second on dense weights.</param>
/// <param name="ExpertOperations">The same on routed experts.</param>
/// <param name="AttentionOperations">The same in attention.</param>
/// <param name="Bandwidth">Bytes per second of weights.</param>
/// <param name="PerLayer">Fixed seconds per layer and micro-batch.</param>
internal readonly record struct PromptRates(double Operations, double ExpertOperations, double AttentionOperations, double Bandwidth, double PerLayer)
{
    /// <summary>The rates of a card so many times as fast.</summary>
    public PromptRates Times(double factor) =>
        new(Operations * factor, ExpertOperations * factor, AttentionOperations * factor, Bandwidth * factor, PerLayer / factor);
}

/// <summary>The one formula of prompt processing on a GPU, for prediction and fit alike.</summary>
internal static class PromptFormula
{
    /// <summary>Seconds of the weights' arithmetic.</summary>
    public static double WeightSeconds(in PromptWork work, in PromptRates rates) =>
        2 * work.Tokens * ((work.Dense / rates.Operations) + (work.Experts / rates.ExpertOperations));

    /// <summary>Seconds of attention.</summary>
    public static double AttentionSeconds(in PromptWork work, in PromptRates rates) => work.Attention / rates.AttentionOperations;

    /// <summary>Seconds to read the weights once per micro-batch, and of fixed times.</summary>
    public static double BatchSeconds(in PromptWork work, in PromptRates rates) =>
        work.Batches * ((work.Bytes / rates.Bandwidth) + (work.Layers * rates.PerLayer));

    /// <summary>Seconds of all of it.</summary>
    public static double Seconds(in PromptWork work, in PromptRates rates) =>
        WeightSeconds(work, rates) + AttentionSeconds(work, rates) + BatchSeconds(work, rates);
}
