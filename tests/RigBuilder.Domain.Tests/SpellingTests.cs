namespace RigBuilder.Domain.Tests;

public sealed class SpellingTests
{
    [TestCase("rtx-309", "rtx-3090")]
    [TestCase("RTX-3090", "rtx-3090")]
    [TestCase("rtx-4099", "rtx-4090")]
    public void Nearest_OneSlip_FindsTheWord(string word, string expected) =>
        Assert.That(Spelling.Nearest(word, ["rtx-3090", "rtx-4090", "rx-7900-xtx"]), Is.EqualTo(expected));

    [TestCase("banana")]
    [TestCase("")]
    public void Nearest_NothingNear_IsNull(string word) => Assert.That(Spelling.Nearest(word, ["rtx-3090"]), Is.Null);
}
