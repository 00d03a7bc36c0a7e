namespace RigBuilder.Machine.Ports;

/// <summary>The outcome of a tool's run.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="ExitCode">Exit code when it <see cref="ToolEnding.Exited"/>, else -1.</param>
/// <param name="Output">What it wrote to standard output, possibly cut.</param>
/// <param name="Error">What it wrote to standard error, possibly cut; or why it could not be started.</param>
public sealed record ToolRun(ToolEnding Ending, int ExitCode, string Output, string Error)
{
    /// <summary>The outcome of a tool that is not installed.</summary>
    public static ToolRun Absent { get; } = new(ToolEnding.NotFound, -1, "", "");

    /// <summary>Whether it ended by itself with exit code 0.</summary>
    public bool Succeeded => Ending == ToolEnding.Exited && ExitCode == 0;
}
