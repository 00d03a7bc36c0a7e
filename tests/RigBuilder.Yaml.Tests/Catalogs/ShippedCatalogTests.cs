using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Tests.Schemas;

namespace RigBuilder.Yaml.Tests.Catalogs;

public class ShippedCatalogTests
{
    private static readonly DiskFiles Disk = new();

    private static string Folder => Path.Combine(Repository.Root, "catalog");

    [Test]
    public void ShippedCatalog_Reads_WithoutDiagnostics()
    {
        var load = new CatalogFolders(Disk).Load(Folder);
        Assert.That(load.Diagnostics, Is.Empty, string.Join("\n\n", load.Diagnostics.Select(DiagnosticText.Render)));
        Assert.That(load.Catalog.Gpus.Items, Is.Not.Empty);
    }

    [Test]
    public void ShippedCatalog_EveryEntry_HasAnOrigin()
    {
        var load = new CatalogFolders(Disk).Load(Folder);
        Assert.That(load.Catalog.Gpus.Ids.Select(id => load.Origins[new CatalogKey(CatalogKind.Gpu, id)].Line), Is.All.GreaterThan(0));
    }

    [Test]
    public void ShippedCatalog_EveryFile_SatisfiesItsSchema()
    {
        var files = Disk.ReadFolder(Folder).Files.Where(f => Path.GetFileName(f.Path) != CatalogReader.CalibrationFile);
        Assert.That(files.SelectMany(f => MiniSchema.ErrorsOfCatalogFile(f).Select(e => $"{f.Path}: {e}")), Is.Empty);
    }
}
