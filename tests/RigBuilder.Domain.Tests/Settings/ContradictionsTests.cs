using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Settings;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Tests.Settings;

/// <summary>Settings that contradict one another, the model or the cards.</summary>
public sealed class ContradictionsTests
{
    private static readonly Gpu Card = new()
    {
        Id = "card",
        Name = "Card",
        Vendor = "nvidia",
        Architecture = "ampere",
        Vram = Bytes.FromGiB(24),
        Bandwidth = BytesPerSecond.FromGigabytes(936),
        BoardPower = Watts.FromValue(350),
        LeastPowerLimit = Watts.FromValue(100),
    };

    private static readonly Rig Two = new() { Gpus = [Card, Card] };

    private static readonly LlmModel Dense = new()
    {
        Id = "dense",
        Name = "Dense 7B",
        Family = "Dense",
        Architecture = "llama",
        Parameters = 7e9,
        ActiveParameters = 7e9,
        TrainedContext = 4096,
        Shape = new ModelShape { Layers = 32, Hidden = 4096, Heads = 32, KvHeads = 32, HeadDim = 128, Ffn = 11008, Vocab = 32000 },
    };

    [TestCase("ncmoe", "4", "dense model without experts")]
    [TestCase("ts", "1,1,1", "3 shares for 2 cards")]
    [TestCase("ts", "0,0", "all shares are 0")]
    [TestCase("mg", "2", "card 2 of 2 cards")]
    [TestCase("power_limit", "80 W", "no less than 100 W")]
    [TestCase("power_limit", "700 W", "more than any board")]
    [TestCase("power_limit", "280 W,280 W,280 W", "3 limits for 2 cards")]
    [TestCase("vram_in_use", "30 GiB", "more than the 24 GiB")]
    [TestCase("vram_in_use", "1 GiB,1 GiB,1 GiB", "3 sizes for 2 cards")]
    [TestCase("depth", "8192", "beyond the context of 4096")]
    public void Setting_ThatContradicts_IsTold(string key, string text, string expected)
    {
        var told = Contradictions.Of(Two, Quest((key, text))).ToArray();
        Assert.That(told, Has.Length.EqualTo(1));
        Assert.That(told[0], Does.Contain(expected));
    }

    [Test]
    public void Settings_ThatContradictEachOther_AreAllTold()
    {
        var told = Contradictions.Of(Two, Quest(("split_mode", "none"), ("ts", "1,1"), ("runs_on", "cpu"), ("ngl", "20"), ("ncmoe", "3")));
        Assert.That(told.Select(t => t.Split(':')[0]), Is.EquivalentTo(new[] { "ncmoe", "ngl", "tensor_split" }));
    }

    [Test]
    public void Context_TimesUsers_HasAnEnd() =>
        Assert.That(Contradictions.Of(Two, Quest(("context", "100000000"), ("users", "11"))).Single(), Does.Contain("1,000,000,000"));

    [TestCase("ngl", "99")]
    [TestCase("power_limit", "280 W,300 W")]
    [TestCase("ts", "3")]
    [TestCase("ncmoe", "0")]
    public void Setting_ThatCanBe_IsNot(string key, string text) => Assert.That(Contradictions.Of(Two, Quest((key, text))), Is.Empty);

    private static Quest Quest(params (string Key, string Text)[] settings) => settings.Aggregate(
        new Quest { Model = Dense }, (quest, s) => SettingTable.OfBatchKey(s.Key)!.Value.Setting.Apply(quest, s.Text, out _));
}
