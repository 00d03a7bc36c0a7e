using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>A kind of catalog file: the key at its top, and the format of its entries.</summary>
internal sealed class CatalogSection
{
    private readonly Func<YamlNode, ReadContext, CatalogEntry?> _read;

    private CatalogSection(CatalogKind kind, string key, string title, AnyFormat format, Func<YamlNode, ReadContext, CatalogEntry?> read) =>
        (Kind, Key, Title, Format, _read) = (kind, key, title, format, read);

    /// <summary>The kind of its entries.</summary>
    public CatalogKind Kind { get; }

    /// <summary>The key at the top of the file: "gpus".</summary>
    public string Key { get; }

    /// <summary>What the file holds: "Graphics cards".</summary>
    public string Title { get; }

    /// <summary>The format of an entry.</summary>
    public AnyFormat Format { get; }

    /// <summary>Declares a kind of parts.</summary>
    public static CatalogSection Parts<T>(CatalogKind kind, string key, string title, Format<T> format)
        where T : Part =>
        Of(kind, key, title, format, part => (part.Id, part.Name, part.Aliases));

    /// <summary>Declares a kind of entries.</summary>
    public static CatalogSection Of<T>(CatalogKind kind, string key, string title, Format<T> format, Func<T, (string Id, string Name, IReadOnlyList<string> Aliases)> names)
        where T : class =>
        new(kind, key, title, format, (node, context) =>
        {
            if (!format.TryRead(node, context, out var value)) return null;
            var (id, name, aliases) = names(value);
            return new CatalogEntry(kind, id, name, aliases, value, (YamlMapping)node, context);
        });

    /// <summary>Reads an entry; null, with errors reported, when it is not good.</summary>
    public CatalogEntry? Read(YamlNode node, ReadContext context) => _read(node, context);
}
