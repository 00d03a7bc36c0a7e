namespace RigBuilder.Prediction.Placing;

/// <summary>Room for weights and cache on a GPU, after overhead and compute buffer, in bytes; may be negative.</summary>
/// <param name="Usable">VRAM that can be used.</param>
/// <param name="Overhead">Fixed cost.</param>
/// <param name="Compute">Compute buffer.</param>
internal readonly record struct Budget(double Usable, double Overhead, double Compute)
{
    /// <summary>What is left for weights and cache.</summary>
    public double Free => Usable - Overhead - Compute;
}
