namespace RigBuilder.Rules.Expressions.Types;

/// <summary>Free text, such as a name. Compared letter by letter.</summary>
public sealed class TextType : RuleType
{
    private TextType()
    {
    }

    /// <summary>The type.</summary>
    public static TextType Instance { get; } = new();

    /// <inheritdoc/>
    public override string Describe() => "a text";
}
