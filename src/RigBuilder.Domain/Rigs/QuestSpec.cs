using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Rigs;

/// <summary>A quest as saved: model and quant by id (kept even when the catalog does not know them).</summary>
public sealed record QuestSpec
{
    /// <summary>Model id; null when none is chosen.</summary>
    public string? ModelId { get; init; }

    /// <summary>Quant id; null when none is chosen.</summary>
    public string? QuantId { get; init; }

    /// <summary>Everything else; its Model and Quant are ignored.</summary>
    public Quest Settings { get; init; } = new();
}
