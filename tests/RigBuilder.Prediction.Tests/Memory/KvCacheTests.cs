using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Memory;

namespace RigBuilder.Prediction.Tests.Memory;

/// <summary>Cache sizes worked out by hand from published shapes.</summary>
public sealed class KvCacheTests
{
    private const double MiB = 1024 * 1024;

    private static double Size(LlmModel model, int context, Quest? quest = null)
    {
        var asked = (quest ?? new Quest()) with { Context = context };
        return new KvCache(asked, model.Shape, context).Total() / MiB;
    }

    [Test]
    public void Cache_OfLlama31At8k_IsOneGibibyte() => Assert.That(Size(TestModels.Llama31_8B, 8192), Is.EqualTo(1024));

    [Test]
    public void Cache_OfLlama30BAt2k_IsTheArticlesMissingThreeGibibytes() =>
        Assert.That(Size(TestModels.Llama1_30B, 2048) / 1024, Is.EqualTo(3.05).Within(0.01));

    [Test]
    public void Cache_IsPaddedTo256Cells() => Assert.That(Size(TestModels.Llama31_8B, 257), Is.EqualTo(Size(TestModels.Llama31_8B, 512)));

    [TestCase(KvType.Q8_0, 34.0 / 64)]
    [TestCase(KvType.Q4_0, 18.0 / 64)]
    public void Cache_Quantised_CountsBlockScales(KvType type, double share) => Assert.That(
        Size(TestModels.Llama31_8B, 8192, new Quest { KeyType = type, ValueType = type }), Is.EqualTo(1024 * share).Within(1e-9));

    [Test]
    public void Cache_QuantisedWithoutFlashAttention_KeepsValuesIn16Bits() => Assert.That(
        Size(TestModels.Llama31_8B, 8192, new Quest { KeyType = KvType.Q8_0, ValueType = KvType.Q8_0, FlashAttention = false }),
        Is.EqualTo((1024 * 17 / 64.0) + 512).Within(1e-9));

    [Test]
    public void Cache_OfGemma3At128k_IsMostlyWindowed()
    {
        // 10 full layers of 131072 cells, 52 windowed ones of pad256(1024 + 512) cells; 16 KV heads × 128 × 2 × 2 bytes.
        var cell = 16 * 128 * 4.0;
        Assert.That(Size(TestModels.Gemma3_27B, 131072), Is.EqualTo(((10 * 131072) + (52 * 1536)) * cell / MiB).Within(1e-6));
    }

    [Test]
    public void Cache_OfGemma4_HasOtherHeadsInItsFullLayers()
    {
        var window = new SlidingWindow(1024, 10, 4, 512, true);
        var gemma4 = TestModels.Gemma3_27B with { Architecture = "gemma4", Shape = TestModels.Gemma3_27B.Shape with { Layers = 60, HeadDim = 256, SlidingWindow = window } };
        var (full, windowed) = (10 * 131072 * (4 * 512 * 4.0), 50 * 1536 * (16 * 256 * 4.0));
        Assert.That(Size(gemma4, 131072), Is.EqualTo((full + windowed) / MiB).Within(1e-6));
    }

    [Test]
    public void Cache_OfLatentAttention_HoldsOneRowPerToken() =>
        Assert.That(Size(TestModels.DeepSeekV3, 4096), Is.EqualTo(61 * 4096 * 576 * 2 / MiB).Within(1e-6));

    [Test]
    public void Cache_OfAHybrid_GrowsOnlyInAttentionLayers()
    {
        var recurrent = 36 * 548864 * 4 / MiB;
        Assert.That(Size(TestModels.Qwen3Next, 4096) - recurrent, Is.EqualTo(12 * 4096 * 2 * 256 * 4 / MiB).Within(1e-6));
    }

    [Test]
    public void Cache_OfFourUsers_IsFourfold() =>
        Assert.That(Size(TestModels.Llama31_8B, 8192, new Quest { Users = 4 }), Is.EqualTo(4096));
}
