using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>A good entry with what merging must know of it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Value">The domain's record.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="Context">The reading of its file; takes what merging has to report.</param>
internal sealed record CatalogEntry(CatalogKind Kind, string Id, string Name, IReadOnlyList<string> Aliases, object Value, YamlMapping Node, ReadContext Context)
{
    /// <summary>Where its id stands.</summary>
    public SourceSpan IdSpan => Node.Find("id")?.Span ?? Node.Span;

    /// <summary>Where it stands, as a location.</summary>
    public SourceLocation Origin => Context.LocationOf(IdSpan);
}
