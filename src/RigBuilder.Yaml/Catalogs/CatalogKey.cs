namespace RigBuilder.Yaml.Catalogs;

/// <summary>Names one entry of a catalog.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
public readonly record struct CatalogKey(CatalogKind Kind, string Id);
