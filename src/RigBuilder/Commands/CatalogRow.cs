using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Commands;

/// <summary>A catalog entry as listed.</summary>
internal sealed record CatalogRow(CatalogKind Kind, string Id, string Name, string Summary);
