namespace RigBuilder.Yaml.Syntax;

/// <summary>A node of a YAML file that knows where it stands. Immutable.</summary>
public abstract class YamlNode
{
    private protected YamlNode(SourceSpan span) => Span = span;

    /// <summary>Where it stands: a scalar's text, a mapping's first key, a sequence's first item.</summary>
    public SourceSpan Span { get; }

    /// <summary>What it is in words, for messages: "a text", "a list", "a mapping", "nothing".</summary>
    public abstract string Noun { get; }

    /// <summary>Whether nothing is written here ("key:", "~", "null").</summary>
    public bool IsNothing => this is YamlScalar { IsPlain: true, Text: "" or "~" or "null" or "Null" or "NULL" };
}
