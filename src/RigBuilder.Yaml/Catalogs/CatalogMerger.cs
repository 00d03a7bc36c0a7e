using RigBuilder.Domain;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>Merges the entries of all files: reports duplicates, lets later roots replace entries of earlier ones.</summary>
internal sealed class CatalogMerger
{
    private readonly List<CatalogEntry> _entries = [];
    private readonly List<int> _roots = [];
    private readonly Dictionary<CatalogKey, int> _positions = [];

    /// <summary>The entries that won, in catalog order.</summary>
    public IReadOnlyList<CatalogEntry> Entries => _entries;

    /// <summary>Adds an entry of a root. Within a root the first of two equal ids wins and the second is reported.</summary>
    public void Add(CatalogEntry entry, int root)
    {
        var key = new CatalogKey(entry.Kind, entry.Id);
        if (_positions.TryAdd(key, _entries.Count))
        {
            _entries.Add(entry);
            _roots.Add(root);
            return;
        }

        var position = _positions[key];
        var earlier = _entries[position];
        if (_roots[position] != root)
        {
            (_entries[position], _roots[position]) = (entry, root);
            return;
        }

        entry.Context.Report("RB2002", DiagnosticSeverity.Error, entry.IdSpan, $"the id '{entry.Id}' is already taken at {earlier.Origin}",
            "give this entry another id, or remove one of the two", "ids name parts in rigs and overlays; this entry is left out");
    }

    /// <summary>Reports names that stand for two entries of a kind. The first entry keeps the name.</summary>
    public void CheckNames()
    {
        var owners = new Dictionary<CatalogKey, CatalogEntry>();
        foreach (var entry in Entries)
        {
            foreach (var name in (IEnumerable<string>)[entry.Id, entry.Name, .. entry.Aliases])
            {
                var key = new CatalogKey(entry.Kind, Shelf<object>.Normalise(name));
                if (owners.TryAdd(key, entry) || ReferenceEquals(owners[key], entry)) continue;
                entry.Context.Report("RB2003", DiagnosticSeverity.Warning, entry.IdSpan, $"the name '{name}' of '{entry.Id}' also belongs to '{owners[key].Id}' at {owners[key].Origin}",
                    "make the names differ", "a name that is looked up must mean one entry; the first one is found (case, blanks and hyphens do not count)");
            }
        }
    }

    /// <summary>Reports file sizes for quants that are not in the catalog.</summary>
    public void CheckQuants()
    {
        var quants = Entries.Where(e => e.Kind == CatalogKind.Quant).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        if (quants.Count == 0) return;
        foreach (var entry in Entries.Where(e => e.Kind == CatalogKind.Model))
        {
            if (entry.Node.Find("file_sizes") is not YamlMapping sizes) continue;
            foreach (var (key, _) in sizes.Entries)
            {
                if (quants.Contains(key.Text)) continue;
                var nearest = Spelling.Nearest(key.Text, quants);
                entry.Context.Report("RB2004", DiagnosticSeverity.Warning, key.Span, $"'{key.Text}' is not a quant of this catalog", nearest is null ? null : $"did you mean '{nearest}'?", "this file size is never used");
            }
        }
    }

    /// <summary>Reports parts of machines that are not in the catalog.</summary>
    public void CheckMachines()
    {
        foreach (var entry in Entries.Where(e => e.Kind == CatalogKind.Machine))
        {
            foreach (var (slot, ids) in ((WholeMachine)entry.Value).Holds)
            {
                var known = Entries.Where(e => e.Value is Part part && part.Kind == slot).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
                foreach (var id in ids.Where(id => !known.Contains(id)))
                {
                    var nearest = Spelling.Nearest(id, known);
                    entry.Context.Report("RB2006", DiagnosticSeverity.Warning, entry.Node.Find("holds")?.Span ?? entry.IdSpan, $"'{id}' is not a {CatalogWords.PartKinds.WordOf(slot)} of this catalog",
                        nearest is null ? "add the part, or name another" : $"did you mean '{nearest}'?", "the machine leaves that slot empty");
                }
            }
        }
    }

    /// <summary>Reports prices of parts that are not in the catalog.</summary>
    public void CheckPrices()
    {
        var known = Entries.Select(e => e.Value).OfType<Part>().SelectMany(p => p is WholeMachine machine ? machine.Configurations.CastArray<Part>() : [p]).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in Entries.Where(e => e.Kind == CatalogKind.Price))
        {
            if (((PriceSeen)entry.Value).Id is not { } id || known.Contains(id)) continue;
            var nearest = Spelling.Nearest(id, known);
            entry.Context.Report("RB2007", DiagnosticSeverity.Warning, entry.IdSpan, $"'{id}' is no part of this catalog", nearest is null ? "add the part, or name another" : $"did you mean '{nearest}'?", "the price is never used");
        }
    }

    /// <summary>The catalog of all entries that won.</summary>
    public Catalog ToCatalog() => new(
        Entries.Select(e => e.Value).OfType<Part>(), Entries.Select(e => e.Value).OfType<LlmModel>(), Entries.Select(e => e.Value).OfType<Quant>(),
        Entries.Select(e => e.Value).OfType<PriceSeen>());
}
