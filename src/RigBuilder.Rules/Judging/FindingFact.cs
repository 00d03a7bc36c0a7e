using RigBuilder.Domain.Findings;

namespace RigBuilder.Rules.Judging;

/// <summary>A finding as a fact. Two rules may find the same: it has an identity of its own.</summary>
/// <param name="finding">The finding.</param>
internal sealed class FindingFact(Finding finding)
{
    /// <summary>The finding.</summary>
    public Finding Finding { get; } = finding;
}
