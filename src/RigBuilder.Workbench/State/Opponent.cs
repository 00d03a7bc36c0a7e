namespace RigBuilder.Workbench.State;

/// <summary>What the arena runs.</summary>
public enum Opponent
{
    /// <summary>The rig's quest, shrunk by whole steps when this machine's memory asks for it.</summary>
    Quest,

    /// <summary>The largest model that this machine is done with in under a minute.</summary>
    Sparring,
}
