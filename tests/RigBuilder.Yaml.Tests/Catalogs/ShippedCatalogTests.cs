using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Tests.Catalogs;

public class ShippedCatalogTests
{
    [Test]
    public void ShippedCatalog_Reads_WithoutDiagnostics()
    {
        var load = CatalogReader.Read([new DiskFiles().ReadFolder(Path.Combine(Repository.Root, "catalog"))]);
        Assert.That(load.Diagnostics, Is.Empty, string.Join("\n\n", load.Diagnostics.Select(DiagnosticText.Render)));
    }
}
