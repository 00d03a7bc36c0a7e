using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources.Tools;

/// <summary>A source that is one call of a tool. A missing tool is silent, a failing one leaves a diagnostic.</summary>
/// <param name="tools">Runs the tool.</param>
/// <param name="call">The call.</param>
public abstract class ToolSource(IProcessRunner tools, ToolCall call) : IHardwareSource
{
    /// <inheritdoc/>
    public string Name => call.Tool;

    /// <inheritdoc/>
    public async Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var run = await tools.RunAsync(call, cancellation).ConfigureAwait(false);
        if (run.Ending == ToolEnding.NotFound) return MachineReport.Empty;
        // What a killed tool wrote until then ends anywhere, so only a run that ended by itself counts.
        if (!run.Succeeded) return MachineReport.Empty with { Diagnostics = ProbeDiagnostics.Of(call, run) };
        return Read(run.Output);
    }

    /// <summary>The report of what the tool wrote. Must not throw, whatever that is.</summary>
    protected abstract MachineReport Read(string output);
}
