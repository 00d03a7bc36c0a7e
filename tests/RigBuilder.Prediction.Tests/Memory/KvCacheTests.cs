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
    public void Cache_OfSparseAttention_KeepsIndexKeysBesideTheLatent()
    {
        var glm5 = TestModels.DeepSeekV3 with { Shape = TestModels.DeepSeekV3.Shape with { Layers = 78, Indexer = new Indexer(128, 21) } };
        Assert.That(Size(glm5, 4096), Is.EqualTo(4096 * 2 * ((78 * 576.0) + (21 * 128)) / MiB).Within(1e-6));
    }

    [Test]
    public void Cache_OfBlocks_IsKeptByAttentionAndStateByMamba()
    {
        var nemotron = TestModels.Qwen3Next with
        {
            Shape = TestModels.Qwen3Next.Shape with { Layers = 6, KvHeads = 2, HeadDim = 128, Blocks = "MEM*E-", Recurrent = new RecurrentShape(1, 542_720) },
        };
        Assert.That(Size(nemotron, 4096), Is.EqualTo(((4096 * 2 * 2 * 128 * 2.0) + (2 * 542_720 * 4.0)) / MiB).Within(1e-6));
    }

    [Test]
    public void Cache_OfSharedLayers_IsKeptByTheFirst()
    {
        // Gemma 4 E4B: of 42 layers 24 keep a cache, 4 of them (every sixth) of the whole context.
        var window = new SlidingWindow(512, 7, 2, 512);
        var e4b = TestModels.Gemma3_27B with
        {
            Shape = TestModels.Gemma3_27B.Shape with { Layers = 42, KvHeads = 2, HeadDim = 256, SlidingWindow = window, SharedCacheLayers = 18 },
        };
        Assert.That(Size(e4b, 32768), Is.EqualTo(((4 * 32768 * (2 * 512 * 4.0)) + (20 * 1024 * (2 * 256 * 4.0))) / MiB).Within(1e-6));
    }

    [Test]
    public void Cache_OfCompressedAttention_HoldsWindowEntriesAndStates()
    {
        // DeepSeek V4 Flash at 65,536: 43 windows of pad256(128 + 512) cells, 21 layers with an entry for 4 tokens, 20 with one for 128.
        var flash = TestModels.DeepSeekV3 with
        {
            Shape = TestModels.DeepSeekV3.Shape with { Layers = 43, Heads = 64, KvHeads = 1, HeadDim = 512, Latent = null, Compressed = new CompressedAttention(128, 1024, 1024, 8, 21, 20, 128, 512) },
        };
        var (windows, fine, coarse) = (43 * 768 * 512 * 2.0, 21 * 16384 * (512 + 128) * 2.0, 20 * 512 * 512 * 2.0);
        var states = 4.0 * ((21 * ((2 * 2 * 512 * 2 * 4) + (2 * 2 * 128 * 2 * 4))) + (20 * 2 * 512 * 128));
        Assert.That(Size(flash, 65_536), Is.EqualTo((windows + fine + coarse + states) / MiB).Within(1e-6));
    }

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
