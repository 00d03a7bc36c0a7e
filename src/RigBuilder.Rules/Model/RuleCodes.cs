namespace RigBuilder.Rules.Model;

/// <summary>Codes of what can be wrong with rules and sets of rules.</summary>
public static class RuleCodes
{
    /// <summary>Two rules with one id.</summary>
    public const string DuplicateId = "RB3301";

    /// <summary>A file whose name is not the rule's id.</summary>
    public const string FileName = "RB3302";

    /// <summary>A tag that no rule asserts.</summary>
    public const string UndefinedTag = "RB3303";

    /// <summary>Rules that wait for one another's tags.</summary>
    public const string TagCycle = "RB3304";

    /// <summary>A rule that can say or do nothing.</summary>
    public const string Pointless = "RB3305";

    /// <summary>A fact that a test gives does not exist or has another type.</summary>
    public const string TestFact = "RB3306";

    /// <summary>A tag that no rule tests.</summary>
    public const string UnusedTag = "RB3401";

    /// <summary>A condition that never changes.</summary>
    public const string ConstantCondition = "RB3402";

    /// <summary>A rule without a test that fires, one that is silent, or one at its threshold.</summary>
    public const string MissingTest = "RB3403";

    /// <summary>A rule that does not say why, or on what it rests.</summary>
    public const string MissingReason = "RB3404";

    /// <summary>Two rules with one title.</summary>
    public const string DuplicateTitle = "RB3405";

    /// <summary>A message without any figure or name of the rig.</summary>
    public const string BareMessage = "RB3406";

    /// <summary>An error without a cure.</summary>
    public const string MissingCure = "RB3407";

    /// <summary>A deprecated rule's replacement that does not exist.</summary>
    public const string UnknownReplacement = "RB3408";

    /// <summary>A rule's own test that failed.</summary>
    public const string FailedTest = "RB3501";
}
