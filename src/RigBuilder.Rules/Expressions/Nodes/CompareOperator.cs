namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A comparison.</summary>
public enum CompareOperator
{
    /// <summary>==.</summary>
    Equal,

    /// <summary>!=.</summary>
    NotEqual,

    /// <summary>&lt;.</summary>
    Less,

    /// <summary>&lt;=.</summary>
    LessOrEqual,

    /// <summary>&gt;.</summary>
    Greater,

    /// <summary>&gt;=.</summary>
    GreaterOrEqual,
}
