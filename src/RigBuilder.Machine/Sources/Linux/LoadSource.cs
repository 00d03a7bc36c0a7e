using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>Load averages from /proc/loadavg.</summary>
/// <param name="files">System files.</param>
public sealed class LoadSource(ISystemFiles files) : IHardwareSource
{
    private const string Info = "/proc/loadavg";

    /// <inheritdoc/>
    public string Name => Info;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var fields = (files.ReadText(Info) ?? "").Split(' ');
        return Task.FromResult(new MachineReport { Load = new LoadReport { OneMinute = Field(0), FiveMinutes = Field(1) } });

        Reading<double> Field(int index) =>
            index < fields.Length && Parse.Number(fields[index]) is >= 0 and var load ? Reading.Of(load, Info) : default;
    }
}
