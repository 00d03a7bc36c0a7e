using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Report;

/// <summary>The result of a validation, as shown, saved and exported.</summary>
public sealed record ValidationReport
{
    /// <summary>Version of this record's shape in JSON.</summary>
    public int Format { get; init; } = 1;

    /// <summary>When it began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>What was run.</summary>
    public required ValidationSubject Subject { get; init; }

    /// <summary>What it found.</summary>
    public required ValidationVerdict Verdict { get; init; }

    /// <summary>The verdict in a sentence with figures.</summary>
    public required string Summary { get; init; }

    /// <summary>Predicted against measured, term by term.</summary>
    public ImmutableArray<ComparisonRow> Rows { get; init; } = [];

    /// <summary>All memory together; null when a term is missing.</summary>
    public MemoryTotal? MemoryTotal => MemoryTotal.Of(Rows);

    /// <summary>Whether layers were planned for GPUs and the library saw none.</summary>
    [JsonIgnore]
    public bool IsCpuFallback => Subject.GpuLayers > 0 && Measurements.Library is { } library && !library.Gpus.Any();

    /// <summary>Share of the memory bandwidth limit that generation reached; null when not computed on the CPU alone.</summary>
    public BandwidthShare? BandwidthShare { get; init; }

    /// <summary>Likely causes of a shortfall, the likeliest first.</summary>
    public ImmutableArray<Cause> Causes { get; init; } = [];

    /// <summary>Everything measured.</summary>
    public Measurements Measurements { get; init; } = new();

    /// <summary>What a reader should know ("shrunk to 40 of 80 layers").</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What went wrong.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>How near generation came to the limit that memory bandwidth sets.</summary>
/// <param name="BytesPerToken">Weights and cache read for a token.</param>
/// <param name="Bandwidth">Read bandwidth as probed.</param>
/// <param name="Limit">Their quotient: no program that reads all weights can be faster.</param>
/// <param name="Share">Measured speed as share of the limit. Above 1 when the weights lie in the cache.</param>
public sealed record BandwidthShare(Bytes BytesPerToken, BytesPerSecond Bandwidth, TokensPerSecond Limit, double Share);
