using System.Reflection;
using RigBuilder.Rules.Engine;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// The rule engine port on NRules: one session lives as long as the rig is edited, and a change of the rig becomes updates of
/// the facts that changed, so that only rules that read them are evaluated again.
/// </summary>
public sealed class NRulesEngine : IRuleEngine
{
    /// <summary>Name of the library with its version.</summary>
    public static string Library { get; } =
        $"NRules {typeof(global::NRules.ISession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    /// <inheritdoc/>
    public string Name => Library;

    /// <inheritdoc/>
    public IRuleSession Open(RuleSet rules) => new NRulesSession(rules);
}
