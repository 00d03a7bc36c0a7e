using System.Collections.Immutable;
using RigBuilder.Domain.Units;

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

/// <summary>One addend or factor of a figure, as shown by "explain".</summary>
/// <param name="Name">What it is ("weights read from RTX 3090").</param>
/// <param name="Value">How much.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Source">The formula, specification or fit it comes from.</param>
public sealed record Term(string Name, Quantity Value, Basis Basis, string Source);

/// <summary>What a figure rests on, strongest first.</summary>
public enum Basis
{
    /// <summary>Measured on this machine.</summary>
    Measured,

    /// <summary>Fitted on public measurements of this or closely related hardware.</summary>
    Fitted,

    /// <summary>Computed from specifications.</summary>
    Specification,

    /// <summary>A guess: something needed is not known.</summary>
    Guess,
}
