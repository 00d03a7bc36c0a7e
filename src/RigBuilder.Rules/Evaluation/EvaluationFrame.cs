using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Evaluation;

/// <summary>
/// What an expression is evaluated against: the facts, the elements of the loops around it, the tags asserted so far. Reused
/// from one evaluation to the next; not safe for concurrent use.
/// </summary>
public sealed class EvaluationFrame
{
    // Four lists inside one another over a rig of hundreds of parts would take minutes: past this many elements nothing is known.
    private const int MostElements = 100_000;

    private readonly object?[] _slots = new object?[8];
    private int _elementsLeft;

    /// <summary>Starts on new facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="assumed">Figures that stand in for real ones; null for none.</param>
    public void Begin(object facts, ImmutableDictionary<Member, object>? assumed)
    {
        Array.Clear(_slots);
        _slots[0] = facts;
        Assumed = assumed is { IsEmpty: false } ? assumed : null;
        Tags = [];
    }

    /// <summary>Tags asserted so far.</summary>
    public ImmutableHashSet<string> Tags { get; private set; } = [];

    internal ImmutableDictionary<Member, object>? Assumed { get; private set; }

    internal object? this[int slot]
    {
        get => _slots[slot];
        set => _slots[slot] = value;
    }

    /// <summary>Adds a tag.</summary>
    public void Assert(string tag) => Tags = Tags.Add(tag);

    internal void Refuel() => _elementsLeft = MostElements;

    internal bool Burn() => --_elementsLeft >= 0;
}
