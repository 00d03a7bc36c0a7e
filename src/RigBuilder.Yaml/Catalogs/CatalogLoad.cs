using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>The outcome of reading a catalog: everything that is good, and everything that is wrong with the rest.</summary>
/// <param name="Catalog">The good entries.</param>
/// <param name="Diagnostics">What is wrong, in the order of roots, files and lines.</param>
/// <param name="Origins">Where each good entry stands.</param>
public sealed record CatalogLoad(Catalog Catalog, ImmutableArray<Diagnostic> Diagnostics, ImmutableDictionary<CatalogKey, SourceLocation> Origins)
{
    /// <summary>Whether any entry or file could not be used.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
}

/// <summary>Names one entry of a catalog.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
public sealed record CatalogKey(CatalogKind Kind, string Id);
