using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Tests.Settings;

/// <summary>RAM by its figures, as people write it.</summary>
public sealed class MemoryFiguresTests
{
    [TestCase("2x32 GB DDR5-5600", MemoryType.Ddr5, 2, 32, 5600, false)]
    [TestCase("8x64 GB DDR5-4800 RDIMM", MemoryType.Ddr5, 8, 64, 4800, true)]
    [TestCase("4 x 16GB DDR4 3200", MemoryType.Ddr4, 4, 16, 3200, false)]
    [TestCase("DDR4-2666 ECC registered 12 x 32 GiB", MemoryType.Ddr4, 12, 32, 2666, true)]
    [TestCase("64 GB DDR5-6000", MemoryType.Ddr5, 2, 32, 6000, false)]
    [TestCase("128 GB LPDDR5X-8000", MemoryType.Lpddr5, 16, 8, 8000, false)]
    [TestCase("2×24GB DDR5-6400", MemoryType.Ddr5, 2, 24, 6400, false)]
    public void Text_OfFigures_IsAKit(string text, MemoryType type, int modules, double gib, double speed, bool registered)
    {
        Assert.That(MemoryFigures.TryRead(text, out var kit, out _), Is.True);
        Assert.That(
            (kit!.Type, kit.Modules, kit.ModuleSize.GiB, kit.Speed.MegaTransfers, kit.Registered),
            Is.EqualTo((type, modules, gib, speed, registered)));
    }

    [TestCase("99x32 GB DDR5-5600", "no machine takes 99 modules")]
    [TestCase("2x32 GB DDR5-99999", "no speed")]
    [TestCase("2x9999 GB DDR5-5600", "is not built")]
    [TestCase("2x0 GB DDR5-5600", "is not built")]
    public void Text_OfFiguresThatNobodyBuilds_SaysSo(string text, string problem)
    {
        Assert.That(MemoryFigures.TryRead(text, out _, out var why), Is.False);
        Assert.That(why, Does.Contain(problem));
    }

    [TestCase("g.skill-flare-x5-ddr5-2x16-6000")]
    [TestCase("")]
    [TestCase("32 GB")]
    [TestCase("DDR5-5600")]
    [TestCase("DDR7-5600 2x32 GB")]
    public void Text_OfAnotherForm_IsLeftToTheCatalog(string text) =>
        Assert.That((MemoryFigures.TryRead(text, out _, out var why), why), Is.EqualTo((false, (string?)null)));
}
