namespace RigBuilder.Validation.Runtime;

/// <summary>What a buffer holds.</summary>
public enum MemoryKind
{
    /// <summary>The model's weights.</summary>
    Weights,

    /// <summary>Key/value cache and recurrent state.</summary>
    Kv,

    /// <summary>Scratch memory of the compute graph.</summary>
    Compute,

    /// <summary>Logits and embeddings handed out to the caller.</summary>
    Output,
}
