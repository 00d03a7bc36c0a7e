using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Tests.Catalogs;

public sealed class CatalogTests
{
    private static readonly Catalog Sample = new([Card("rtx-3090", "NVIDIA GeForce RTX 3090", "RTX 3090"), Card("rtx-3060-8gb", "NVIDIA GeForce RTX 3060 8GB")], [], []);

    [TestCase("rtx-3090")]
    [TestCase("NVIDIA GeForce RTX 3090")]
    [TestCase("nvidia geforce rtx-3090")]
    [TestCase("RTX3090")]
    public void Find_IdNameOrAlias_FindsThePart(string key) => Assert.That(Sample.Find(PartKind.Gpu, key)?.Id, Is.EqualTo("rtx-3090"));

    [TestCase("30")]
    [TestCase("RTX")]
    [TestCase("NVIDIA GeForce RTX 3090 Ti")]
    [TestCase("RTX 3060 12GB")]
    public void Find_AnotherProduct_NeverMatches(string key) => Assert.That(Sample.Find(PartKind.Gpu, key), Is.Null);

    [Test]
    public void Resolve_CountTwo_GivesTwoCards() =>
        Assert.That(Sample.Resolve(Build.Empty.With(PartKind.Gpu, new Selection("rtx-3090", 2))).Gpus, Has.Length.EqualTo(2));

    [Test]
    public void Resolve_UnknownId_IsKeptAndFlaggedWithASuggestion()
    {
        var rig = Sample.Resolve(Build.Empty.With(PartKind.Gpu, new Selection("rtx-3091")));
        Assert.That(rig.Gpus, Is.Empty);
        Assert.That(rig.Missing.Single(), Is.EqualTo(new MissingPart(PartKind.Gpu, new Selection("rtx-3091"), "rtx-3090")));
    }

    [Test]
    public void Constructor_DuplicateId_Throws() =>
        Assert.That(() => new Catalog([Card("a", "A"), Card("a", "B")], [], []), Throws.ArgumentException);

    private static Gpu Card(string id, string name, params string[] aliases) => new()
    {
        Id = id,
        Name = name,
        Aliases = [.. aliases],
        Vendor = "nvidia",
        Architecture = "ampere",
        Vram = Bytes.FromGiB(24),
        Bandwidth = BytesPerSecond.FromGigabytes(936),
    };
}
