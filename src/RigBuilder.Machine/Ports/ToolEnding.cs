namespace RigBuilder.Machine.Ports;

/// <summary>How a tool's run ended.</summary>
public enum ToolEnding
{
    /// <summary>No such tool on this machine.</summary>
    NotFound,

    /// <summary>It is there but could not be started.</summary>
    NotStarted,

    /// <summary>It ended by itself; see the exit code.</summary>
    Exited,

    /// <summary>It ran past its time limit and was killed.</summary>
    TimedOut,

    /// <summary>It wrote more than its output limit and was killed; the output begins with what it wrote.</summary>
    Flooded,
}
