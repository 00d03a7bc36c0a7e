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
