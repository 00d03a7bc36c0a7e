using Hardware.Info;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>The operating system as the library names it.</summary>
internal static class OsHints
{
    public static OsReport Of(OS system) => new() { Name = Hints.Text($"{system.Name} {system.VersionString}") };
}
