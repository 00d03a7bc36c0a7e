using BenchmarkDotNet.Attributes;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Benchmarks;

/// <summary>All shipped rules: trying every graphics card beside what forecasting that takes, taking one, opening the set.</summary>
[InProcess]
[MemoryDiagnoser]
public class Judging
{
    private readonly Build[] _builds =
        [.. Worlds.Shipped.Catalog.Gpus.Items.Select(g => Worlds.DualCards.With(PartKind.Gpu, new Selection(g.Id, 2)))];

    private readonly RuleJudge _judge = new(Worlds.Shipped.Rules);
    private readonly Situation[] _situations;
    private int _next;

    public Judging() => _situations = [.. _builds.Select(Situation)];

    /// <summary>Number of cards that are tried.</summary>
    public int Cards => _builds.Length;

    [Benchmark]
    public int WhatIfs() => _judge.Judge(_situations).Sum(v => v.Findings.Length);

    [Benchmark]
    public int Forecasts() => _builds.Count(b => Situation(b).Forecast.Decode is not null);

    [Benchmark]
    public int OnePick() => _judge.Judge(_situations[_next++ % _situations.Length]).Findings.Length;

    [Benchmark]
    public object OpenRules() => new RuleJudge(Worlds.Shipped.Rules);

    private static Situation Situation(Build build)
    {
        var (rig, quest) = (Worlds.Shipped.Catalog.Resolve(build), Worlds.Shipped.Catalog.Resolve(build.Quest));
        return new Situation(rig, quest, Worlds.Shipped.Forecaster.Predict(rig, quest));
    }
}
