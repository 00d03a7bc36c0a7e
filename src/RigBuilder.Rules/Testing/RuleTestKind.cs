namespace RigBuilder.Rules.Testing;

/// <summary>What a rule's test shows.</summary>
public enum RuleTestKind
{
    /// <summary>A rig that the rule fires on.</summary>
    Fires,

    /// <summary>A rig that it is silent on.</summary>
    Silent,

    /// <summary>A rig that sits on its threshold.</summary>
    Boundary,
}
