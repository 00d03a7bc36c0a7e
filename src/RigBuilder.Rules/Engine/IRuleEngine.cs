using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Engine;

/// <summary>The rule engine port.</summary>
public interface IRuleEngine
{
    /// <summary>Name with version, for "about" ("direct evaluator", "NRules 1.0.4").</summary>
    string Name { get; }

    /// <summary>Compiles a rule set and opens a session on it.</summary>
    IRuleSession Open(RuleSet rules);
}
