namespace RigBuilder.Rules.Judging;

/// <summary>A tag that a rule asserted, as a fact that other rules are judged by. Several rules may assert one tag.</summary>
/// <param name="name">The tag.</param>
internal sealed class TagFact(string name)
{
    /// <summary>The tag.</summary>
    public string Name { get; } = name;
}
