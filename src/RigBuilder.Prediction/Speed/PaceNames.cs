namespace RigBuilder.Prediction.Speed;

/// <summary>What the terms and limits of a card are called.</summary>
internal sealed class PaceNames(string card)
{
    public string Weights { get; } = $"weights read by {card}";

    public string Experts { get; } = $"used experts read by {card}";

    public string Cache { get; } = $"cache read by {card}";

    public string Arithmetic { get; } = $"arithmetic of {card}";

    public string Fixed { get; } = $"fixed time on {card}";

    public string HandOver { get; } = $"fixed time on and hand-over to {card}";

    public string Memory { get; } = $"memory bandwidth of {card}";

    public string Prompt { get; } = $"prompt arithmetic of {card}";

    public string Attention { get; } = $"attention of {card}";

    public string Batches { get; } = $"weights read and kernels launched by {card}";
}
