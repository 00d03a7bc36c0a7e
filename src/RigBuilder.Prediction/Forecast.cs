using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Prediction;

/// <summary>Everything predicted for a rig and a quest. Parts that need a model are null while the quest has none.</summary>
public sealed record Forecast
{
    /// <summary>Memory by kind and device; null without model and quant.</summary>
    public MemoryForecast? Memory { get; init; }

    /// <summary>Where layers, cache and experts go; null without model and quant.</summary>
    public Placement? Placement { get; init; }

    /// <summary>
    /// Generation speed of one user over the first 128 tokens of an empty context, as llama-bench's tg128 measures it;
    /// null when the model does not run at all.
    /// </summary>
    public Estimate<Domain.Units.TokensPerSecond>? Decode { get; init; }

    /// <summary>Generation speed of one user when the quest's context is nearly full; null as <see cref="Decode"/>.</summary>
    public Estimate<Domain.Units.TokensPerSecond>? DecodeAtFullContext { get; init; }

    /// <summary>Generation speed of one user at the depth that the quest asks for besides; null when it asks for none.</summary>
    public Estimate<Domain.Units.TokensPerSecond>? DecodeAtDepth { get; init; }

    /// <summary>Generation speed of all the quest's users together, each near the start of a context; null with one user.</summary>
    public Estimate<Domain.Units.TokensPerSecond>? DecodeAllUsers { get; init; }

    /// <summary>Prompt speed (pp512); null when the model does not run at all.</summary>
    public Estimate<Domain.Units.TokensPerSecond>? Prompt { get; init; }

    /// <summary>Time to the first token of a prompt that fills half of the context; null as <see cref="Prompt"/>.</summary>
    public Estimate<Domain.Units.Duration>? FirstToken { get; init; }

    /// <summary>Time to load the weights from the drive; null without drive or model.</summary>
    public Estimate<Domain.Units.Duration>? Load { get; init; }

    /// <summary>Power and energy; figures of absent parts are left out.</summary>
    public required PowerForecast Power { get; init; }

    /// <summary>Price of the parts.</summary>
    public required PriceForecast Price { get; init; }

    /// <summary>System memory as populated: capacity, effective speed, channels, bandwidth; null without RAM.</summary>
    public SystemMemory? SystemMemory { get; init; }

    /// <summary>Assumptions a reader should know ("no backend given: CUDA").</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];
}
