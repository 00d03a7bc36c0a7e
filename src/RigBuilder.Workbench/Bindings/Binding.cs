using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Bindings;

/// <summary>
/// Keys and what they do: the one record behind dispatch, the hint line, the key help, the palette and docs/KEYS.md.
/// </summary>
/// <param name="Context">Where it holds.</param>
/// <param name="Keys">The keys, the one to show first.</param>
/// <param name="Name">What it does, in a word or two.</param>
/// <param name="Description">What it does, in a sentence without a full stop.</param>
/// <param name="Message">What pressing it means.</param>
public sealed record Binding(BindingContext Context, ImmutableArray<Key> Keys, string Name, string Description, Message Message)
{
    /// <summary>Place in the hint line, low numbers first; null to stay out of it.</summary>
    public int? Hint { get; init; }

    /// <summary>What it does in calm mode, in a word or two; null for <see cref="Name"/>.</summary>
    public string? Soberly { get; init; }

    /// <summary>Why it cannot be done now, as a sentence; null when it can.</summary>
    public Func<ScreenState, string?> WhyNot { get; init; } = _ => null;

    /// <summary>Whether the palette lists it.</summary>
    public bool InPalette { get; init; }
}
