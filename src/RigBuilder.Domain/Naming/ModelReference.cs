namespace RigBuilder.Domain.Naming;

/// <summary>A model named by a file of its own: "gguf:FILE" or "config:FILE". Rig files may write { gguf: FILE }.</summary>
/// <param name="Path">Path of the file, as written.</param>
/// <param name="IsConfig">Whether it is a config.json rather than the model itself.</param>
public sealed record ModelReference(string Path, bool IsConfig)
{
    private const string Gguf = "gguf:";
    private const string Config = "config:";

    /// <summary>The reference as a name.</summary>
    public string Text => (IsConfig ? Config : Gguf) + Path;

    /// <summary>What a name refers to; null when it names no file.</summary>
    public static ModelReference? Of(string name) =>
        name.StartsWith(Gguf, StringComparison.Ordinal) && name.Length > Gguf.Length ? new(name[Gguf.Length..], false)
        : name.StartsWith(Config, StringComparison.Ordinal) && name.Length > Config.Length ? new(name[Config.Length..], true)
        : null;

    /// <summary>What a name may refer to: a reference, or a path that ends like such a file; null when it is neither.</summary>
    public static ModelReference? Like(string name) =>
        Of(name) ?? (name.Contains('\0', StringComparison.Ordinal) ? null
            : name.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase) ? new(name, false)
            : name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? new(name, true)
            : null);
}
