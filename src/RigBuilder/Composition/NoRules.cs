using RigBuilder.Rules.Engine;
using RigBuilder.Rules.Model;

namespace RigBuilder.Cli.Composition;

internal sealed class NoRules : IRuleEngine, IRuleSession
{
    public string Name => "none";

    public IRuleSession Open(RuleSet rules) => this;

    public Verdict Judge(Situation situation) => new([], [], []);

    public void Dispose()
    {
    }
}
