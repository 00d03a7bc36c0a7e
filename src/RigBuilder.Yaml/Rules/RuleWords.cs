using RigBuilder.Domain.Findings;
using RigBuilder.Rules.Model;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rules;

/// <summary>The words of rule files.</summary>
internal static class RuleWords
{
    public static WordFormat<Severity> Severities { get; } = new(
        ("error", Severity.Error), ("warning", Severity.Warning), ("advice", Severity.Advice), ("info", Severity.Info), ("achievement", Severity.Achievement));

    public static WordFormat<Maturity> Maturities { get; } = new(("incubating", Maturity.Incubating), ("stable", Maturity.Stable));

    public static WordFormat<bool> Expectations { get; } = new(("fires", true), ("silent", false));
}
