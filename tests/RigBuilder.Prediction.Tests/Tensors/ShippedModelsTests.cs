using RigBuilder.Domain.Models;
using RigBuilder.Prediction.Tensors;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Prediction.Tests.Tensors;

/// <summary>The shapes of the shipped catalog against the parameters that it tells, which were counted elsewhere.</summary>
public sealed class ShippedModelsTests
{
    private static readonly Lazy<IReadOnlyList<LlmModel>> Models =
        new(() => new CatalogFolders(new DiskFiles()).Load(Path.Combine(AppContext.BaseDirectory, "catalog")).Catalog.Models.Items);

    // What a shape lacks is added as stand-ins, so only a shape that lists too much can be off.
    [Test]
    public void Elements_OfEveryShippedModel_AreItsParameters()
    {
        var wrong = Models.Value
            .Select(m => (m.Id, Share: TensorPlan.For(m, TestModels.Quant("q8_0")).Elements / m.Parameters))
            .Where(m => m.Share is < 0.99 or > 1.01);
        Assert.That(wrong, Is.Empty);
    }

    // Published files (models' pages of Ollama and Hugging Face, as the catalog's sources tell) against the plan's own mixes of types.
    [TestCase("nemotron-3-nano-30b-a3b", "q8_0", 33.59)]
    [TestCase("nemotron-3-super-120b-a12b", "q8_0", 128.47)]
    [TestCase("nemotron-3-ultra-550b-a55b", "q8_0", 584.26)]
    [TestCase("nemotron-nano-9b-v2", "q8_0", 9.46)]
    [TestCase("nemotron-super-49b", "q8_0", 53.0)]
    [TestCase("gemma-4-e2b", "q8_0", 5.05)]
    [TestCase("gemma-4-e4b", "q8_0", 8.19)]
    [TestCase("deepseek-v4-flash", "q8_0", 302.27)]
    [TestCase("deepseek-v4-pro", "q8_0", 1671.82)]
    [TestCase("minimax-m3", "q8_0", 452.71)]
    [TestCase("lfm2-24b-a2b", "q8_0", 25.35)]
    public void Size_OfAPublishedFile_IsWithinFourPercent(string id, string quant, double gigabytes) =>
        Assert.That(TensorPlan.For(Models.Value.Single(m => m.Id == id), TestModels.Quant(quant)).Size.Count / 1e9, Is.EqualTo(gigabytes).Within(4).Percent);
}
