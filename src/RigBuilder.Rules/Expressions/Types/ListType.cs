namespace RigBuilder.Rules.Expressions.Types;

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
