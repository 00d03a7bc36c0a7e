using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Tests.Parts;

public sealed class PcieLinkTests
{
    [TestCase(3, 16, 15.76)]
    [TestCase(4, 16, 31.5)]
    [TestCase(4, 4, 7.88)]
    [TestCase(5, 16, 63.0)]
    public void Bandwidth_OfALink_FollowsItsGeneration(int gen, int lanes, double gigabytes) =>
        Assert.That(new PcieLink(gen, lanes).Bandwidth.Gigabytes, Is.EqualTo(gigabytes).Within(0.02));

    [Test]
    public void Negotiate_TwoEnds_AgreeOnTheLesser() =>
        Assert.That(new PcieLink(5, 8).Negotiate(new PcieLink(4, 16)), Is.EqualTo(new PcieLink(4, 8)));
}
