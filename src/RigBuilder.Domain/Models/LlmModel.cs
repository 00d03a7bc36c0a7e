using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Models;

/// <summary>A large language model that the rig must run.</summary>
public sealed record LlmModel
{
    /// <summary>Stable kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Published name.</summary>
    public required string Name { get; init; }

    /// <summary>Other exact names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Id of the quantisation that a tag of Ollama's library means when it names none; null for Q4_K_M.</summary>
    public string? OllamaQuant { get; init; }

    /// <summary>Family ("LLaMA 1", "Qwen3 MoE").</summary>
    public required string Family { get; init; }

    /// <summary>llama.cpp architecture name ("llama", "qwen3moe"); keys tensor layouts and GGUF metadata.</summary>
    public required string Architecture { get; init; }

    /// <summary>All parameters, experts included.</summary>
    public required double Parameters { get; init; }

    /// <summary>Parameters used for one token (equal to <see cref="Parameters"/> for dense models).</summary>
    public required double ActiveParameters { get; init; }

    /// <summary>Context length it was trained for, in tokens.</summary>
    public required int TrainedContext { get; init; }

    /// <summary>Shape of its layers.</summary>
    public required ModelShape Shape { get; init; }

    /// <summary>Published GGUF file sizes by quant id, where known.</summary>
    public ImmutableDictionary<string, Bytes> FileSizes { get; init; } = ImmutableDictionary<string, Bytes>.Empty;

    /// <summary>What it is made for.</summary>
    public ImmutableArray<ModelUse> Uses { get; init; } = [];

    /// <summary>Licence of its weights ("Apache-2.0"); null when not noted.</summary>
    public string? Licence { get; init; }

    /// <summary>Month of its release ("2025-07"); null when not noted.</summary>
    public string? Released { get; init; }

    /// <summary>Whether the shape is only what is typical of a size: predictions are guesses then, with wide ranges.</summary>
    public bool Guessed { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string? Source { get; init; }

    /// <summary>Anything a user should know.</summary>
    public string? Note { get; init; }
}

/// <summary>What a model is made for.</summary>
public enum ModelUse
{
    /// <summary>Conversation and instructions.</summary>
    Chat,

    /// <summary>Writing and editing programs.</summary>
    Code,

    /// <summary>Long chains of thought before the answer.</summary>
    Reasoning,

    /// <summary>Reading images.</summary>
    Vision,
}
