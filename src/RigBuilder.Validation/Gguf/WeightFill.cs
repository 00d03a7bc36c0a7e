namespace RigBuilder.Validation.Gguf;

/// <summary>What stands in for the weights of a synthetic model.</summary>
public enum WeightFill
{
    /// <summary>Holes in the file, read as zeros: next to no disk space, written at once.</summary>
    Sparse,

    /// <summary>Random blocks with sane scales: the full size on disk, and a load time that means something.</summary>
    Random,
}
