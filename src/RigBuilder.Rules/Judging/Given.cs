using System.Collections.Immutable;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// What is known of one kind of thing: the parts in a slot, the quest, the prediction. A fact with an identity of its own that
/// is always there, also for an empty slot: rules ask of what is missing too.
/// </summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal sealed class Given<T> : IGiven
    where T : class
{
    private readonly Func<RigBuilder.Rules.Engine.Situation, IEnumerable<T>> _read;

    public Given(Func<RigBuilder.Rules.Engine.Situation, IEnumerable<T>> read) => _read = read;

    /// <summary>The things.</summary>
    public ImmutableArray<T> Things { get; private set; } = [];

    /// <inheritdoc/>
    public bool Take(RigBuilder.Rules.Engine.Situation situation)
    {
        ImmutableArray<T> things = [.. _read(situation)];
        if (things.AsSpan().SequenceEqual(Things.AsSpan())) return false;
        Things = things;
        return true;
    }
}
