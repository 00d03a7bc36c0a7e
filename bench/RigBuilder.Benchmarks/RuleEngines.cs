using BenchmarkDotNet.Attributes;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Engine;

namespace RigBuilder.Benchmarks;

/// <summary>The shipped rules on both engines: opening a set, taking parts in turn, trying a thousand cards.</summary>
[InProcess]
[MemoryDiagnoser]
public class RuleEngines
{
    private IRuleEngine _engine = null!;
    private IRuleSession _session = null!;
    private Situation[] _picks = [];
    private int _next;

    [Params("direct", "NRules")]
    public string Engine { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _engine = Engine == "direct" ? new DirectEngine() : new NRulesEngine();
        _session = _engine.Open(Worlds.Shipped.Rules);
        _picks = [.. Worlds.Shipped.Catalog.Gpus.Items.Select(g => Situation(Worlds.DualCards.With(PartKind.Gpu, new Selection(g.Id, 2))))];
    }

    [Benchmark]
    public Verdict ColdCompile() => _engine.Open(Worlds.Shipped.Rules).Judge(_picks[0]);

    [Benchmark]
    public Verdict OnePick() => _session.Judge(_picks[_next++ % _picks.Length]);

    [Benchmark]
    public int ThousandWhatIfs()
    {
        var findings = 0;
        for (var i = 0; i < 1000; i++) findings += _session.Judge(_picks[i % _picks.Length]).Findings.Length;
        return findings;
    }

    private static Situation Situation(Build build)
    {
        var (rig, quest) = (Worlds.Shipped.Catalog.Resolve(build), Worlds.Shipped.Catalog.Resolve(build.Quest));
        return new Situation(rig, quest, Worlds.Shipped.Forecaster.Predict(rig, quest));
    }
}
