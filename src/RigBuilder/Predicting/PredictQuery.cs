using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Settings;

namespace RigBuilder.Cli.Predicting;

/// <summary>A prediction as asked for, with names not yet looked up.</summary>
internal sealed record PredictQuery
{
    public ImmutableArray<string> Gpus { get; init; } = [];

    public string? Cpu { get; init; }

    /// <summary>A machine that is bought whole.</summary>
    public string? Machine { get; init; }

    /// <summary>Processors of that kind.</summary>
    public int Sockets { get; init; } = 1;

    public ImmutableArray<string> Memory { get; init; } = [];

    /// <summary>RAM given by its figures alone.</summary>
    public ImmutableArray<MemoryKit> MemoryKits { get; init; } = [];

    public string? Ssd { get; init; }

    public string? Psu { get; init; }

    public string? Model { get; init; }

    public string? Quant { get; init; }

    /// <summary>The settings as written, in the order of the table.</summary>
    public ImmutableArray<AskedSetting> Settings { get; init; } = [];

    /// <summary>Free text that a batch line carries through to its answer.</summary>
    public string? Tag { get; init; }
}

/// <summary>A setting as written.</summary>
/// <param name="Setting">Which.</param>
/// <param name="Text">The value.</param>
internal sealed record AskedSetting(Setting Setting, string Text);
