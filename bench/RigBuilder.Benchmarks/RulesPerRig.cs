using BenchmarkDotNet.Attributes;
using RigBuilder.Cli.Composition;
using RigBuilder.Rules.Engine;

namespace RigBuilder.Benchmarks;

/// <summary>The whole rule set, and a whole prediction, on one rig.</summary>
[MemoryDiagnoser]
public class RulesPerRig
{
    private IRuleSession _session = null!;
    private Situation _situation = null!;

    [GlobalSetup]
    public void Setup()
    {
        var world = Worlds.Shipped;
        var (rig, quest) = (world.Catalog.Resolve(Worlds.DualCards), world.Catalog.Resolve(Worlds.DualCards.Quest));
        _session = Libraries.RuleEngine.Open(world.Rules);
        _situation = new Situation(rig, quest, world.Forecaster.Predict(rig, quest));
    }

    [GlobalCleanup]
    public void Cleanup() => _session.Dispose();

    [Benchmark]
    public int Judge() => _session.Judge(_situation).Findings.Length;

    [Benchmark]
    public object Predict() => Worlds.Shipped.Forecaster.Predict(_situation.Rig, _situation.Quest);

    [Benchmark]
    public int CompileRules()
    {
        using var session = Libraries.RuleEngine.Open(Worlds.Shipped.Rules);
        return session.GetHashCode();
    }
}
