namespace RigBuilder.Workbench.State;

/// <summary>How far a bout has come.</summary>
public enum BoutPhase
{
    /// <summary>The validation runs.</summary>
    Running,

    /// <summary>It was asked to stop.</summary>
    Stopping,

    /// <summary>It has ended; there is a report.</summary>
    Ended,
}
