namespace RigBuilder.Machine.Ports;

/// <summary>Runs tools found by their resolved path, with a time and an output limit. A missing tool is an ordinary outcome.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a tool to its end, or kills it and all its children when it exceeds a limit.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; the tool is killed.</exception>
    Task<ToolRun> RunAsync(ToolCall call, CancellationToken cancellation);
}
