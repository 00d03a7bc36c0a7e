namespace RigBuilder.Rules.Expressions.Types;

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
