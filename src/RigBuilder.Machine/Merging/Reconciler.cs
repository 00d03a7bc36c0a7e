using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Merging;

/// <summary>Chooses between two readings of one value and keeps a list of the contradictions it meets.</summary>
/// <param name="cap">How far the second side is trusted at most.</param>
internal sealed class Reconciler(Confidence cap)
{
    private readonly ImmutableArray<Contradiction>.Builder _contradictions = ImmutableArray.CreateBuilder<Contradiction>();

    /// <summary>The contradictions so far.</summary>
    public ImmutableArray<Contradiction> Contradictions => _contradictions.ToImmutable();

    /// <summary>The better known of two readings of a value that changes all the time: differences mean nothing.</summary>
    public Reading<T> Pick<T>(Reading<T> first, Reading<T> second)
    {
        second = second.AtMost(cap);
        return !first.IsKnown || (second.IsKnown && second.Confidence > first.Confidence) ? second.Or(first) : first;
    }

    /// <summary>The better known of two readings; values that do not agree are a contradiction.</summary>
    public Reading<T> Pick<T>(string subject, Reading<T> first, Reading<T> second, Func<T, T, bool> agree)
    {
        var kept = Pick(first, second);
        if (first.IsKnown && second.IsKnown && !agree(first.Value, second.Value))
        {
            var rejected = kept.Source == first.Source ? second : first;
            _contradictions.Add(new Contradiction(subject, $"{kept.Value}", kept.Source, $"{rejected.Value}", rejected.Source));
        }

        return kept;
    }

    /// <summary>The better known of two readings that must be equal.</summary>
    public Reading<T> Same<T>(string subject, Reading<T> first, Reading<T> second) =>
        Pick(subject, first, second, EqualityComparer<T>.Default.Equals);

    /// <summary>The better known of two sizes; tools round, and drivers keep a share for themselves, so up to 7 % agree.</summary>
    public Reading<Bytes> Near(string subject, Reading<Bytes> first, Reading<Bytes> second) =>
        Pick(subject, first, second, (a, b) => Math.Abs(a.Count - b.Count) <= 0.07 * Math.Max(a.Count, b.Count));

    /// <summary>The better known of two texts; case, blanks and signs do not matter, nor what one says beyond the other.</summary>
    public Reading<string> Text(string subject, Reading<string> first, Reading<string> second) => Pick(subject, first, second, (a, b) =>
    {
        var (x, y) = (Domain.Catalogs.Shelf<object>.Normalise(a), Domain.Catalogs.Shelf<object>.Normalise(b));
        return x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal);
    });
}
