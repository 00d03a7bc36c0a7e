namespace RigBuilder.Rules.Expressions.Types;

/// <summary>The type of an expression. Known when a rule is loaded, never checked again at run time.</summary>
public abstract class RuleType
{
    private protected RuleType()
    {
    }

    /// <summary>The type in words with an article, for messages: "a size (GiB, GB)", "a yes/no value".</summary>
    public abstract string Describe();

    /// <summary>Whether values of both types may be compared for equality.</summary>
    public virtual bool Matches(RuleType other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override string ToString() => Describe();
}

/// <summary>A list of things, words or texts.</summary>
public sealed class ListType(RuleType element) : RuleType
{
    /// <summary>The type of its elements.</summary>
    public RuleType Element => element;

    /// <inheritdoc/>
    public override string Describe() => element switch
    {
        EntityType entity => $"a list of {entity.Plural}",
        WordType => "a list of words",
        _ => "a list of texts",
    };
}

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

/// <summary>Yes or no.</summary>
public sealed class TruthType : RuleType
{
    private TruthType()
    {
    }

    /// <summary>The type.</summary>
    public static TruthType Instance { get; } = new();

    /// <inheritdoc/>
    public override string Describe() => "a yes/no value";
}
