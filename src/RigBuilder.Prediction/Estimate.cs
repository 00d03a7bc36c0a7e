using System.Collections.Immutable;

namespace RigBuilder.Prediction;

/// <summary>A predicted figure with its range (about nine in ten measurements fall inside), basis and terms.</summary>
/// <typeparam name="T">The unit.</typeparam>
/// <param name="Value">The point estimate; always within the range.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Basis">The weakest basis of what went in.</param>
/// <param name="Terms">What it is made of.</param>
public sealed record Estimate<T>(T Value, T Low, T High, Basis Basis, ImmutableArray<Term> Terms)
    where T : struct, IComparable<T>
{
    /// <summary>What limits the figure, in words ("memory bandwidth of the CPU"); null when nothing in particular.</summary>
    public string? Limit { get; init; }
}
