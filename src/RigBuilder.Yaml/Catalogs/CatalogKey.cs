namespace RigBuilder.Yaml.Catalogs;

/// <summary>Names one entry of a catalog.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
public sealed record CatalogKey(CatalogKind Kind, string Id);
