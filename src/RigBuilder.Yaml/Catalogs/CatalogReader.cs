using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>Makes a catalog of YAML files. Pure; <see cref="DiskFiles"/> does the reading from disk.</summary>
public static class CatalogReader
{
    /// <summary>Files of this name belong to the prediction, not to the catalog, and are passed over.</summary>
    public const string CalibrationFile = "calibration.yaml";

    /// <summary>Reads one set of files.</summary>
    public static CatalogLoad Read(IReadOnlyList<TextFile> files) => Read([new TextFolder("", [.. files], [])]);

    /// <summary>Reads several sets of files; an entry of a later set replaces the entry with its id in an earlier one.</summary>
    /// <param name="roots">The shipped catalog first, then overlays.</param>
    public static CatalogLoad Read(IReadOnlyList<TextFolder> roots)
    {
        var merger = new CatalogMerger();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var contexts = new List<ReadContext>();
        for (var root = 0; root < roots.Count; root++)
        {
            diagnostics.AddRange(roots[root].Diagnostics);
            foreach (var (entries, context) in ReadFiles([.. roots[root].Files.Where(f => Path.GetFileName(f.Path) != CalibrationFile)]))
            {
                contexts.Add(context);
                foreach (var entry in entries) merger.Add(entry, root);
            }
        }

        merger.CheckNames();
        merger.CheckQuants();
        merger.CheckMachines();
        merger.CheckPrices();
        foreach (var context in contexts) diagnostics.AddRange(context.Diagnostics());
        var origins = merger.Entries.ToImmutableDictionary(e => new CatalogKey(e.Kind, e.Id), e => e.Origin);
        return new CatalogLoad(merger.ToCatalog(), diagnostics.ToImmutable(), origins);
    }

    // Files do not depend on each other, and parsing is what loading waits for.
    private static (ImmutableArray<CatalogEntry> Entries, ReadContext Context)[] ReadFiles(ImmutableArray<TextFile> files)
    {
        var reads = new (ImmutableArray<CatalogEntry>, ReadContext)[files.Length];
        Parallel.For(0, files.Length, i => reads[i] = CatalogFileReader.Read(files[i]));
        return reads;
    }
}
