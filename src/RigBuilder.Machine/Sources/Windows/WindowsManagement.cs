using System.Collections.Immutable;
using System.Management;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security;
using Microsoft.Win32;
using RigBuilder.Machine.Ports;

namespace RigBuilder.Machine.Sources.Windows;

/// <summary>WMI by System.Management, and the registry. Not run on any test machine yet; the parsers behind it are tested on recordings.</summary>
[SupportedOSPlatform("windows")]
public sealed class WindowsManagement : IWindowsManagement
{
    private const string DisplayClass = @"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}";

    /// <inheritdoc/>
    public ImmutableArray<ImmutableDictionary<string, object>> Query(string className, params ImmutableArray<string> properties)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableDictionary<string, object>>();
        try
        {
            using var searcher = new ManagementObjectSearcher(@"root\cimv2", $"SELECT {string.Join(", ", properties)} FROM {className}");
            searcher.Options.Timeout = TimeSpan.FromSeconds(5);
            using var found = searcher.Get();
            foreach (var item in found)
            {
                using (item)
                    rows.Add(properties.Where(p => item[p] is not null).ToImmutableDictionary(p => p, p => item[p], StringComparer.Ordinal));
            }
        }
        catch (Exception failure) when (failure is ManagementException or COMException or UnauthorizedAccessException)
        {
            // A disabled or broken WMI service: what was read so far stands, the rest stays unknown.
        }

        return rows.ToImmutable();
    }

    /// <inheritdoc/>
    public ImmutableArray<ImmutableDictionary<string, object>> DisplayAdapters()
    {
        var adapters = ImmutableArray.CreateBuilder<ImmutableDictionary<string, object>>();
        try
        {
            using var root = Registry.LocalMachine.OpenSubKey(DisplayClass);
            foreach (var number in root?.GetSubKeyNames().Where(n => n.All(char.IsAsciiDigit)) ?? [])
            {
                using var key = root!.OpenSubKey(number);
                var values = ((string[])["DriverDesc", "MatchingDeviceId", "HardwareInformation.qwMemorySize"])
                    .Select(name => (Name: name, Value: key?.GetValue(name))).Where(v => v.Value is not null)
                    .ToImmutableDictionary(v => v.Name, v => v.Value!, StringComparer.Ordinal);
                if (!values.IsEmpty) adapters.Add(values);
            }
        }
        catch (Exception failure) when (failure is SecurityException or UnauthorizedAccessException or IOException)
        {
            // Keys that may not be read are left out.
        }

        return adapters.ToImmutable();
    }
}
