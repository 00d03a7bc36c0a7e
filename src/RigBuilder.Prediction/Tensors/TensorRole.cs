namespace RigBuilder.Prediction.Tensors;

/// <summary>What a tensor is for: decides where it is placed and whether a generated token reads it.</summary>
public enum TensorRole
{
    /// <summary>Token embeddings: one row is read per token; llama.cpp keeps them in system memory.</summary>
    Embedding,

    /// <summary>The output matrix and its norm: read whole for every token.</summary>
    Output,

    /// <summary>Attention or recurrent mixing of a layer, norms included.</summary>
    Attention,

    /// <summary>Feed-forward that every token reads: dense, shared experts, router.</summary>
    FeedForward,

    /// <summary>Routed experts: a token reads only the used share.</summary>
    Experts,
}
