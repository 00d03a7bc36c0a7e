using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Domain.Tests.Rigs;

public sealed class BuildTests
{
    [Test]
    public void With_EmptySelection_EmptiesTheSlot()
    {
        var build = Build.Empty.With(PartKind.Psu, new Selection("psu-850")).With(PartKind.Psu);
        Assert.That(build.Slots, Is.Empty);
        Assert.That(build[PartKind.Psu], Is.Empty);
    }

    [Test]
    public void With_Part_LeavesTheOriginalAlone()
    {
        var before = Build.Empty;
        _ = before.With(PartKind.Cpu, new Selection("x"));
        Assert.That(before.Slots, Is.Empty);
    }
}
