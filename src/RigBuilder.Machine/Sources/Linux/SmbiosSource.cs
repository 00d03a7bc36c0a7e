using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Smbios;
using RigBuilder.Machine.Sources.Tools;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>
/// Memory modules from the firmware's SMBIOS table: read directly where allowed, else by dmidecode. Both need administrator
/// rights; without them the modules stay unknown and a diagnostic says so.
/// </summary>
/// <param name="files">System files.</param>
/// <param name="tools">Runs dmidecode.</param>
public sealed class SmbiosSource(ISystemFiles files, IProcessRunner tools) : IHardwareSource
{
    private const string Table = "/sys/firmware/dmi/tables/DMI";

    /// <inheritdoc/>
    public string Name => "SMBIOS";

    /// <inheritdoc/>
    public async Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        if (files.ReadBytes(Table) is { Length: > 0 } table) return SmbiosReport.Read(table, Table);
        var call = new ToolCall("dmidecode", "-t", "0,1,2,3,16,17");
        var run = await tools.RunAsync(call, cancellation).ConfigureAwait(false);
        if (run.Succeeded && DmidecodeText.Read(run.Output) is { Memory.Modules.IsEmpty: false } report) return report;
        if (files.Exists(Table) || Denied(run)) return MachineReport.Empty with { Diagnostics = [ProbeDiagnostics.NeedsRights("the memory modules' data (SMBIOS)")] };
        return run.Succeeded ? DmidecodeText.Read(run.Output) : MachineReport.Empty with { Diagnostics = run.Ending == ToolEnding.Exited ? [] : ProbeDiagnostics.Of(call, run) };
    }

    private static bool Denied(ToolRun run) =>
        run.Ending == ToolEnding.Exited
        && (run.Error + run.Output).Contains("Permission denied", StringComparison.OrdinalIgnoreCase);
}
