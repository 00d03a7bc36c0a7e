using RigBuilder.Domain.Models;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Gguf;

/// <summary>Published file sizes: llama.cpp's README and quantize README, LLaMA 7B and Llama 3.1 8B.</summary>
public sealed class SyntheticModelTests
{
    private static LlmModel Shape(int layers, int hidden, int heads, int kvHeads, int ffn, int vocab) =>
        Shapes.Llama(layers, hidden, heads, kvHeads, ffn, vocab);

    [TestCase("q4_0", "q4_0", "q6_k", 3.56)]
    [TestCase("q8_0", "q8_0", null, 6.67)]
    [TestCase("f16", "f16", null, 12.55)]
    [TestCase("q4_k_m", "q4_k", "q6_k", 3.80)]
    public void FileSize_OfLlama7B_IsThePublishedOne(string id, string type, string? output, double gib)
    {
        var synthetic = new SyntheticModel(Shape(32, 4096, 32, 32, 11008, 32000), Shapes.Quant(id, type, output));
        Assert.That(synthetic.FileSize.GiB, Is.EqualTo(gib).Within(0.5).Percent);
    }

    [TestCase("q4_k_m", "q4_k", 4.58)]
    [TestCase("q8_0", "q8_0", 7.95)]
    public void FileSize_OfLlama8B_IsThePublishedOne(string id, string type, double gib)
    {
        var synthetic = new SyntheticModel(Shape(32, 4096, 32, 8, 14336, 128256), Shapes.Quant(id, type));
        Assert.That(synthetic.FileSize.GiB, Is.EqualTo(gib).Within(0.5).Percent);
    }

    [Test]
    public void Model_ThatNoFileCanBeReadOf_IsNotSentToItsFile()
    {
        var hybrid = Shapes.Llama();
        hybrid = hybrid with { Shape = hybrid.Shape with { Recurrent = new RecurrentShape(4, 1000) } };
        foreach (var (model, told) in new[] { (Shapes.Llama(architecture: "mamba"), "'mamba'"), (hybrid, "recurrent") })
        {
            var obstacle = new SyntheticModel(model, Shapes.Q4_0).Obstacle()!;
            Assert.That(obstacle.Message, Does.Contain(told));
            Assert.That(obstacle.Help, Does.Not.Contain("--gguf").And.Contain("files cannot be run"));
        }
    }

    [Test]
    public void Model_WhoseTensorsAreNotKnownExactly_IsSentToItsFile()
    {
        var model = Shapes.Llama();
        Assert.That(new SyntheticModel(model with { Parameters = 2 * model.Parameters }, Shapes.Q4_0).Obstacle()!.Help, Does.Contain("--gguf"));
    }

    [Test]
    public void RandomFill_OfEveryBlock_HasTheSameSizeAndOtherContents()
    {
        byte[] Make(WeightFill fill)
        {
            using var memory = new MemoryStream();
            new SyntheticModel(Shapes.Llama(layers: 1), Shapes.Q4_K_M).Write(memory, fill, null, default);
            return memory.ToArray();
        }

        var (sparse, random) = (Make(WeightFill.Sparse), Make(WeightFill.Random));
        Assert.That(random, Has.Length.EqualTo(sparse.Length));
        Assert.That(random.Count(b => b == 0), Is.LessThan(sparse.Count(b => b == 0) / 4));
    }
}
