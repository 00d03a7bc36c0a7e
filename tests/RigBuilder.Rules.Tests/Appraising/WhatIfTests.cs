using RigBuilder.Rules.Appraising;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Rules.Tests.Appraising;

public sealed class WhatIfTests
{
    private readonly Bench _bench = new();

    [Test]
    public void Scan_Cards_ShowsWhatEachWouldChange()
    {
        var current = _bench.Appraiser.Appraise(Bench.Quested().With(PartKind.Gpu, new Selection("slow")));
        var fast = WhatIf.Scan(_bench.Appraiser, current, PartKind.Gpu, _bench.Catalog.Gpus.Items).Single(c => c.Part.Id == "fast");
        Assert.That(fast.Deltas.Decode, Is.EqualTo(30));
        Assert.That(fast.Deltas.Price, Is.Zero);
        Assert.That(fast.IsCompatible, Is.True);
    }

    [Test]
    public void Scan_SupplyThatIsTooSmall_IsIncompatibleWithTheRulesFinding()
    {
        var current = _bench.Appraiser.Appraise(Bench.Quested().With(PartKind.Gpu, new Selection("fast")).With(PartKind.Psu, new Selection("large")));
        var small = WhatIf.Scan(_bench.Appraiser, current, PartKind.Psu, _bench.Catalog.Psus.Items).Single(c => c.Part.Id == "small");
        Assert.That(small.IsCompatible, Is.False);
        Assert.That(small.NewErrors.Single().RuleId, Is.EqualTo("watts"));
    }

    [Test]
    public void Scan_Never_ChangesTheCurrentBuild()
    {
        var current = _bench.Appraiser.Appraise(Bench.Quested().With(PartKind.Gpu, new Selection("slow")));
        var before = current.Build;
        WhatIf.Scan(_bench.Appraiser, current, PartKind.Gpu, _bench.Catalog.Gpus.Items, count: 2);
        Assert.That(current.Build, Is.SameAs(before));
    }

    [Test]
    public void Scan_CountTwo_TriesTwoOfEach()
    {
        var current = _bench.Appraiser.Appraise(Bench.Quested());
        Assert.That(
            WhatIf.Scan(_bench.Appraiser, current, PartKind.Gpu, _bench.Catalog.Gpus.Items, count: 2).Select(c => c.After.Rig.Gpus.Length),
            Is.All.EqualTo(2));
    }
}
