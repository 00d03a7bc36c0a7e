using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Benchmarks;

/// <summary>The shipped data, and a catalog of ten thousand graphics cards, for all benchmarks.</summary>
internal static class Worlds
{
    public static DataFolders Folders { get; } = new(Root(), []);

    public static LoadedWorld Shipped { get; } = WorldLoader.Load(Folders);

    /// <summary>The shipped catalog with its graphics cards repeated under other ids.</summary>
    public static LoadedWorld Huge { get; } = Shipped with { Catalog = Enlarged(Shipped.Catalog, 10_000) };

    /// <summary>Two RTX 3090 with sane parts for LLaMA 65B at 4 bits: every rule has something to look at.</summary>
    public static Build DualCards { get; } = new RigBuilder.Yaml.Rigs.RigFiles(new RigBuilder.Yaml.Files.DiskFiles())
        .Load(Path.Combine(Folders.Root, "examples", "llama-65b-two-rtx-3090.rig.yaml")).Value
        ?? throw new InvalidOperationException("the example rig does not read");

    private static Catalog Enlarged(Catalog catalog, int cards)
    {
        var gpus = Enumerable.Range(0, cards).Select(i => catalog.Gpus.Items[i % catalog.Gpus.Items.Length] with { Id = $"card-{i}", Aliases = [] });
        var parts = Enum.GetValues<PartKind>().Where(k => k != PartKind.Gpu).SelectMany(catalog.PartsOf);
        return new Catalog([.. catalog.Gpus.Items, .. gpus, .. parts], catalog.Models.Items, catalog.Quants.Items);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RigBuilder.sln"))) return folder.FullName;
        throw new InvalidOperationException("run the benchmarks from a checkout");
    }
}
