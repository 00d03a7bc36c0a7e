namespace RigBuilder.Validation.Report;

/// <summary>What is compared.</summary>
public enum ComparisonTerm
{
    /// <summary>Size of the weights.</summary>
    Weights,

    /// <summary>Size of the key/value cache.</summary>
    Kv,

    /// <summary>Size of the compute buffers.</summary>
    Compute,

    /// <summary>Time to load.</summary>
    Load,

    /// <summary>Prompt speed.</summary>
    Prompt,

    /// <summary>Generation speed.</summary>
    Decode,

    /// <summary>Generation speed with a filled context.</summary>
    DecodeAtDepth,
}
