using RigBuilder.Domain.Catalogs;
using RigBuilder.Prediction;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Inference.Tests;

/// <summary>The catalog and calibration of this checkout.</summary>
public static class ShippedData
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "catalog", "calibration.yaml"))) at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("no catalog above the test folder");
    });

    private static readonly Lazy<Catalog> Loaded = new(() => new CatalogFolders(new DiskFiles()).Load(Path.Combine(Root.Value, "catalog"), []).Catalog);

    public static Catalog Catalog => Loaded.Value;

    public static Forecaster Forecaster()
    {
        var file = new DiskFiles().Read(Path.Combine(Root.Value, "catalog", "calibration.yaml"), out _)!;
        return new Forecaster(CalibrationReader.Read(file).Calibration!);
    }
}
