using System.Collections.Immutable;
using RigBuilder.Domain;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>Reads the entries of one catalog file. A bad entry never hides the others.</summary>
internal static class CatalogFileReader
{
    /// <summary>The good entries of a file, and the reading that holds what is wrong with the rest.</summary>
    public static (ImmutableArray<CatalogEntry> Entries, ReadContext Context) Read(TextFile file)
    {
        var context = new ReadContext(file, CodeFamily.Catalog);
        var parsed = YamlParser.ParseEntries(file);
        context.Take(parsed.Diagnostics);
        var entries = ImmutableArray.CreateBuilder<CatalogEntry>();
        if (parsed.Root is YamlMapping root) ReadSections(root, context, entries);
        else if (parsed.Root is not null)
            context.Report(Slip.NodeKind, parsed.Root, $"a catalog file is a mapping with the kind of its entries at the top, found {parsed.Root.Noun}", $"start with one of {Keys(": ")}");
        return (entries.ToImmutable(), context);
    }

    private static void ReadSections(YamlMapping root, ReadContext context, ImmutableArray<CatalogEntry>.Builder entries)
    {
        MappingChecks.ReportDuplicateKeys(root, context);
        foreach (var (key, value) in root.Entries)
        {
            if (CatalogSections.Find(key.Text) is not { } section)
            {
                var nearest = Spelling.Nearest(key.Text, CatalogSections.All.Select(s => s.Key));
                context.Report("RB2001", DiagnosticSeverity.Error, key.Span, $"'{Excerpt.Of(key.Text)}' is not a kind of catalog entries",
                    nearest is null ? $"known kinds: {Keys("")}" : $"did you mean '{nearest}'?");
            }
            else if (value is not YamlSequence list)
            {
                context.Report(Slip.NodeKind, value.IsNothing ? key : value, $"'{key.Text}' needs a list of entries, found {value.Noun}", "start every entry with '- id: …'");
            }
            else
            {
                foreach (var item in list.Items)
                    if (section.Read(item, context) is { } entry) entries.Add(entry);
            }
        }
    }

    private static string Keys(string suffix) => string.Join(", ", CatalogSections.All.Select(s => s.Key + suffix.TrimEnd()));
}
