using System.Collections.Immutable;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources.Tools;

/// <summary>NVIDIA cards from nvidia-smi. Fields that an old driver does not know are asked for no more.</summary>
/// <param name="tools">Runs nvidia-smi.</param>
public sealed class NvidiaSmiSource(IProcessRunner tools) : IHardwareSource
{
    private static readonly ImmutableArray<string> Basic =
        ["pci.bus_id", "name", "memory.total", "memory.free", "driver_version", "pci.device_id",
         "pcie.link.gen.current", "pcie.link.width.current", "pcie.link.gen.max", "pcie.link.width.max", "power.limit", "power.default_limit"];

    /// <inheritdoc/>
    public string Name => "nvidia-smi";

    /// <inheritdoc/>
    public async Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var fields = Basic.Add("compute_cap");
        var run = await tools.RunAsync(Query(fields), cancellation).ConfigureAwait(false);
        if (run.Ending == ToolEnding.Exited && run.Output.Contains("is not a valid field to query", StringComparison.Ordinal))
        {
            fields = Basic;
            run = await tools.RunAsync(Query(fields), cancellation).ConfigureAwait(false);
        }

        if (run.Ending == ToolEnding.NotFound) return MachineReport.Empty;
        return run.Succeeded ? NvidiaSmiCsv.Read(run.Output, fields) : MachineReport.Empty with { Diagnostics = ProbeDiagnostics.Of(Query(fields), run) };
    }

    private static ToolCall Query(ImmutableArray<string> fields) =>
        new("nvidia-smi", $"--query-gpu={string.Join(',', fields)}", "--format=csv,noheader,nounits");
}
