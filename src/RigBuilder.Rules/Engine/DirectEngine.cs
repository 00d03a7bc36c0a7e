using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Engine;

/// <summary>
/// The direct evaluator: every rule compiled to delegates and judged from scratch on every call. It has no memory, is the
/// oracle for other engines, and is what scans of many candidates use.
/// </summary>
public sealed class DirectEngine : IRuleEngine
{
    /// <inheritdoc/>
    public string Name => "direct evaluator";

    /// <inheritdoc/>
    public IRuleSession Open(RuleSet rules) => new DirectSession(rules);
}
