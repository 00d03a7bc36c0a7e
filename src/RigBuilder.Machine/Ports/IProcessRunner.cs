using System.Collections.Immutable;

namespace RigBuilder.Machine.Ports;

/// <summary>Runs tools found by their resolved path, with a time and an output limit. A missing tool is an ordinary outcome.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a tool to its end, or kills it and all its children when it exceeds a limit.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; the tool is killed.</exception>
    Task<ToolRun> RunAsync(ToolCall call, CancellationToken cancellation);
}

/// <summary>What to run.</summary>
/// <param name="Tool">Bare name, "nvidia-smi"; looked up in known folders and in the absolute folders of PATH.</param>
/// <param name="Arguments">Arguments, passed without a shell.</param>
public sealed record ToolCall(string Tool, params ImmutableArray<string> Arguments)
{
    /// <summary>Longest run; nvidia-smi takes seconds where no persistence daemon runs.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Most characters kept of each output stream; a tool that writes more is killed.</summary>
    public int OutputLimit { get; init; } = 4 * 1024 * 1024;

    /// <summary>As a person would type it.</summary>
    public override string ToString() => string.Join(' ', [Tool, .. Arguments]);
}

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
