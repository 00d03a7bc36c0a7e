using System.Collections.Immutable;

namespace RigBuilder.Cli.Predicting;

/// <summary>A prediction as asked for, with names not yet looked up.</summary>
internal sealed record PredictQuery
{
    public ImmutableArray<string> Gpus { get; init; } = [];

    public string? Cpu { get; init; }

    public ImmutableArray<string> Memory { get; init; } = [];

    public string? Ssd { get; init; }

    public string? Psu { get; init; }

    public string? Model { get; init; }

    public string? Quant { get; init; }

    public int Context { get; init; } = 4096;

    public string Kv { get; init; } = "f16";

    public string FlashAttention { get; init; } = "on";

    public string? Backend { get; init; }

    public int Users { get; init; } = 1;

    public int MicroBatch { get; init; } = 512;

    public string Kind { get; init; } = "inference";

    public string RunsOn { get; init; } = "auto";

    /// <summary>Free text that a batch line carries through to its answer.</summary>
    public string? Tag { get; init; }
}
