using System.Collections.Immutable;
using System.Text;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Machine.Matching;

/// <summary>Draft of a catalog entry for hardware that the catalog lacks: what the machine told, and what is left to fill in.</summary>
/// <param name="Kind">Kind of part.</param>
/// <param name="Id">Proposed id.</param>
/// <param name="Fields">Its keys after the id, in the order of the catalogs.</param>
public sealed record DraftEntry(PartKind Kind, string Id, ImmutableArray<DraftField> Fields)
{
    /// <summary>The top-level key of a catalog file of this kind.</summary>
    public string Section => Kind switch
    {
        PartKind.Gpu => "gpus",
        PartKind.Cpu => "cpus",
        PartKind.Motherboard => "motherboards",
        PartKind.Memory => "memory",
        PartKind.Ssd => "ssds",
        _ => Kind.ToString().ToLowerInvariant() + "s",
    };

    /// <summary>Keys that a person must fill in before it is an entry.</summary>
    public ImmutableArray<string> Missing => [.. Fields.Where(f => f.Value is null).Select(f => f.Key)];

    /// <summary>As the text of a catalog file; keys to fill in stand as comments, so the reader asks for them by name.</summary>
    public string ToYaml()
    {
        var text = new StringBuilder().Append(Section).Append(":\n  - id: ").Append(Id).Append('\n');
        foreach (var field in Fields)
        {
            text.Append("    ").Append(field.Value is null ? "# " : "").Append(field.Key).Append(':');
            if (field.Value is not null) text.Append(' ').Append(field.Value);
            if (field.Comment is not null) text.Append("   # ").Append(field.Comment);
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A text as a double-quoted YAML scalar.</summary>
    internal static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            _ = c is '"' or '\\' ? quoted.Append('\\').Append(c) : char.IsControl(c) ? quoted.Append(' ') : quoted.Append(c);
        return quoted.Append('"').ToString();
    }

    /// <summary>A name as a kebab-case id: lower-case letters and digits, single hyphens.</summary>
    internal static string IdOf(string name)
    {
        var id = new StringBuilder();
        foreach (var c in Trademarks.Remove(name))
        {
            if (char.IsAsciiLetterOrDigit(c)) id.Append(char.ToLowerInvariant(c));
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }

        return id.ToString().Trim('-') is { Length: > 0 } text ? text : "unknown";
    }
}

/// <summary>A key of a draft entry.</summary>
/// <param name="Key">Key as catalogs write it.</param>
/// <param name="Value">Value as YAML (quantities with unit, flow lists and mappings); null when a person must fill it in.</param>
/// <param name="Comment">Where the value comes from, or what to fill in.</param>
public sealed record DraftField(string Key, string? Value, string? Comment = null);
