namespace RigBuilder.Domain.Models;

/// <summary>A quantisation recipe for weight files, as llama.cpp's quantize tool names it.</summary>
public sealed record Quant
{
    /// <summary>Stable id: the lower-case name ("q4_k_m").</summary>
    public required string Id { get; init; }

    /// <summary>llama.cpp's name ("Q4_K_M").</summary>
    public required string Name { get; init; }

    /// <summary>Other exact names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Average bits per weight over a whole file (Llama 3.1 8B unless the source says otherwise).</summary>
    public required double BitsPerWeight { get; init; }

    /// <summary>ggml type of most weight matrices ("q4_k").</summary>
    public required string Type { get; init; }

    /// <summary>ggml type of the output matrix ("q6_k"); null when as <see cref="Type"/>.</summary>
    public string? OutputType { get; init; }

    /// <summary>Nominal bits, for advice such as "4-bit" (1.5–16).</summary>
    public required double NominalBits { get; init; }

    /// <summary>Increase of perplexity over F16 for an 8B model in percent, where published; null when unknown.</summary>
    public double? PerplexityIncreasePercent { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string? Source { get; init; }

    /// <summary>What to know before choosing it.</summary>
    public string? Note { get; init; }
}
