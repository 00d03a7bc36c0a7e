using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>Distribution and kernel, from /etc/os-release and /proc/sys/kernel/osrelease.</summary>
/// <param name="files">System files.</param>
public sealed class OsSource(ISystemFiles files) : IHardwareSource
{
    private const string Release = "/etc/os-release";
    private const string Kernel = "/proc/sys/kernel/osrelease";

    /// <inheritdoc/>
    public string Name => Release;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var kernel = files.ReadText(Kernel)?.Trim();
        var pretty = Lines.Of(files.ReadText(Release)).FirstOrDefault(l => l.StartsWith("PRETTY_NAME=", StringComparison.Ordinal));
        return Task.FromResult(new MachineReport
        {
            Os = new OsReport
            {
                Name = Reading.OfText(pretty?["PRETTY_NAME=".Length..].Trim('"', '\''), Release),
                Kernel = Reading.OfText(kernel, Kernel),
                Virtualisation = kernel?.Contains("microsoft", StringComparison.OrdinalIgnoreCase) == true ? Reading.Of("WSL", Kernel) : default,
            },
        });
    }
}
