namespace RigBuilder.Rules.Model;

/// <summary>How well tried a rule is.</summary>
public enum Maturity
{
    /// <summary>New; its threshold may move.</summary>
    Incubating,

    /// <summary>Tried.</summary>
    Stable,
}
