using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Rigs;

/// <summary>
/// A rig as a person edits and saves it: ids per slot, known to the catalog or not. Resolve it with a
/// <see cref="Catalogs.Catalog"/> to get a <see cref="Rig"/>. Immutable; equality is by reference of its slots.
/// </summary>
public sealed record Build
{
    /// <summary>An empty build.</summary>
    public static Build Empty { get; } = new();

    /// <summary>Name given by the user.</summary>
    public string Name { get; init; } = "Unnamed rig";

    /// <summary>The quest it must fulfil.</summary>
    public QuestSpec Quest { get; init; } = new();

    /// <summary>What is equipped, per slot; slots without an entry are empty.</summary>
    public ImmutableSortedDictionary<PartKind, ImmutableArray<Selection>> Slots { get; init; } =
        ImmutableSortedDictionary<PartKind, ImmutableArray<Selection>>.Empty;

    /// <summary>What is equipped in a slot; empty when nothing is.</summary>
    public ImmutableArray<Selection> this[PartKind kind] => Slots.TryGetValue(kind, out var selections) ? selections : [];

    /// <summary>The build with a slot's contents replaced; an empty array empties it.</summary>
    public Build With(PartKind kind, params ImmutableArray<Selection> selections) => this with
    {
        Slots = selections.IsDefaultOrEmpty ? Slots.Remove(kind) : Slots.SetItem(kind, selections),
    };
}

/// <summary>A number of equal parts in a slot, by id, whether or not the catalog knows the id.</summary>
/// <param name="PartId">Catalog id as saved.</param>
/// <param name="Count">How many, 1 or more.</param>
public sealed record Selection(string PartId, int Count = 1)
{
    /// <summary>What is said of these very parts: limits, links, price, ownership.</summary>
    public AsBuilt AsBuilt { get; init; } = AsBuilt.Unsaid;
}

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
