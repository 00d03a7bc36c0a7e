using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Tests.Catalogs;

public sealed class ModelWriterTests
{
    private static readonly Catalog Shipped = CatalogReader.Read([new DiskFiles().ReadFolder(Path.Combine(Repository.Root, "catalog"))]).Catalog;

    [Test]
    public void Model_WrittenAndRead_IsTheSame()
    {
        Assert.Multiple(() =>
        {
            foreach (var model in Shipped.Models.Items)
            {
                var read = CatalogReader.Read([new TextFile("m.yaml", ModelWriter.Write(model))]);
                Assert.That(read.Diagnostics, Is.Empty, model.Id);
                Assert.That(Figures(read.Catalog.Models.Items.Single()), Is.EqualTo(Figures(model)), model.Id);
            }
        });
    }

    private static object Figures(LlmModel m) => (m.Id, m.Name, m.Family, m.Architecture, m.Parameters, m.ActiveParameters, m.TrainedContext, m.Shape, (m.Source, m.Note, m.OllamaQuant, string.Join('|', m.Aliases), string.Join('|', m.FileSizes.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {f.Value.Count}"))));
}
