using RigBuilder.Validation.Gguf;

namespace RigBuilder.Inference.Tests;

/// <summary>The reader's checks pass the files of every model that the catalog knows.</summary>
public sealed class CatalogFilesTests
{
    [Test]
    public void File_OfEveryCatalogModel_IsAcceptedAndReadAsItIs()
    {
        var quant = ShippedData.Catalog.Quants.Find("q8_0")!;
        var read = 0;
        foreach (var model in ShippedData.Catalog.Models.Items.Where(m => new SyntheticModel(m, quant).Obstacle() is null))
        {
            var synthetic = new SyntheticModel(model, quant);
            var metadata = GgufFile(synthetic, model, quant);
            var outcome = GgufModelReader.Of(metadata);
            Assert.That(outcome.Succeeded, () => $"{model.Id}: {string.Join("; ", outcome.Diagnostics.Select(d => d.Message))}");
            Assert.That((outcome.Value!.Model.Shape.Layers, outcome.Value.Model.Shape.Hidden), Is.EqualTo((model.Shape.Layers, model.Shape.Hidden)));
            read++;
        }

        Assert.That(read, Is.GreaterThan(50));
    }

    private static GgufFile GgufFile(SyntheticModel synthetic, Domain.Models.LlmModel model, Domain.Models.Quant quant)
    {
        var metadata = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, ModelMetadata.For(model, quant));
        return new GgufFile(
            "test.gguf", 3, metadata, [.. synthetic.Header.Tensors.Select(t => new GgufTensor(t.Tensor.Name, t.Tensor.Dimensions, t.Tensor.Type, t.Position, t.Tensor.Elements))],
            synthetic.Header.Bytes.Length, synthetic.FileSize);
    }
}
