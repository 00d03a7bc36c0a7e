using RigBuilder.Domain.Findings;

namespace RigBuilder.Rules.Judging;

/// <summary>The order of findings in every verdict: severity, rule id, subject ("gpu 2" before "gpu 10").</summary>
public sealed class FindingOrder : IComparer<Finding>
{
    private FindingOrder()
    {
    }

    /// <summary>The order.</summary>
    public static FindingOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var order = x.Severity.CompareTo(y.Severity);
        if (order == 0) order = string.CompareOrdinal(x.RuleId, y.RuleId);
        if (order == 0) order = (x.Subject?.Length ?? 0).CompareTo(y.Subject?.Length ?? 0);
        return order == 0 ? string.CompareOrdinal(x.Subject, y.Subject) : order;
    }
}
