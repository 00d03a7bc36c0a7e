using BenchmarkDotNet.Attributes;
using RigBuilder.Rules.Appraising;
using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Benchmarks;

/// <summary>Trying every candidate of a slot: the design's bar is one key press, 10 ms, for the shipped catalog.</summary>
[MemoryDiagnoser]
public class WhatIfSlot
{
    private Appraiser _appraiser = null!;
    private Rules.Appraising.Appraisal _current = null!;

    /// <summary>The slot whose candidates are tried.</summary>
    [Params(PartKind.Gpu, PartKind.Psu)]
    public PartKind Slot { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _appraiser = Worlds.Shipped.Appraiser();
        _current = _appraiser.Appraise(Worlds.DualCards);
    }

    [Benchmark]
    public int EveryCandidate() => WhatIf.Scan(_appraiser, _current, Slot, Worlds.Shipped.Catalog.PartsOf(Slot)).Length;
}
