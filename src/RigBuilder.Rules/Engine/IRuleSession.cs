namespace RigBuilder.Rules.Engine;

/// <summary>A rule set at work on one rig that changes over time. Not safe for concurrent use.</summary>
public interface IRuleSession : IDisposable
{
    /// <summary>
    /// Judges a situation. Engines may keep facts from the last call and apply only what changed; the verdict depends on the
    /// situation alone.
    /// </summary>
    Verdict Judge(Situation situation);
}
