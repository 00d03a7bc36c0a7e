namespace RigBuilder.Inference.Tests;

public sealed class OpenMpTests
{
    [Test]
    public void System_WithoutOpenMp_IsToldWhichPackageBringsIt()
    {
        var asked = new List<string>();
        var missing = OpenMp.Missing(name =>
        {
            asked.Add(name);
            return false;
        })!;
        Assert.Multiple(() =>
        {
            Assert.That(asked, Is.EqualTo(new[] { "libgomp.so.1" }));
            Assert.That(missing.Code, Is.EqualTo("RB5010"));
            Assert.That(missing.Help, Does.Contain("libgomp1 (Debian, Ubuntu").And.Contain("libgomp (Fedora"));
        });
    }

    [Test]
    public void System_WithOpenMp_LacksNothing() => Assert.That(OpenMp.Missing(_ => true), Is.Null);
}
