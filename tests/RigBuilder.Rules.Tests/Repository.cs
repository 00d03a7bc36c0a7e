using RigBuilder.Domain.Catalogs;
using RigBuilder.Prediction;
using RigBuilder.Rules.Model;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rules;

namespace RigBuilder.Rules.Tests;

/// <summary>The repository that the tests were built from, with its catalog, calibration and rules.</summary>
internal static class Repository
{
    private static readonly Lazy<CatalogLoad> LoadedCatalog = new(() => new CatalogFolders(new DiskFiles()).Load(PathOf("catalog")));

    private static readonly Lazy<RuleLoad> LoadedRules = new(() => new RuleFolders(new DiskFiles()).Load(PathOf("rules")));

    public static string Root { get; } = Find();

    public static Catalog Catalog => LoadedCatalog.Value.Catalog;

    public static RuleLoad Load => LoadedRules.Value;

    public static RuleSet Rules => Load.Rules;

    public static Forecaster Forecaster { get; } =
        new(CalibrationReader.Read(new DiskFiles().Read(PathOf("catalog", "calibration.yaml"), out _)!).Calibration!);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "RigBuilder.sln"))) return folder;
        throw new InvalidOperationException("RigBuilder.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
