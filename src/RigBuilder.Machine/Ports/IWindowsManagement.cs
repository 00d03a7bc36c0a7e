using System.Collections.Immutable;

namespace RigBuilder.Machine.Ports;

/// <summary>What Windows tells through WMI and the registry. Nothing throws: what cannot be read is empty.</summary>
public interface IWindowsManagement
{
    /// <summary>The instances of a WMI class in root\cimv2 with the given properties; null values are left out.</summary>
    ImmutableArray<ImmutableDictionary<string, object>> Query(string className, params ImmutableArray<string> properties);

    /// <summary>
    /// The display adapters of the registry (class 4d36e968-e325-11ce-bfc1-08002be10318): DriverDesc, MatchingDeviceId and the
    /// 64-bit HardwareInformation.qwMemorySize. WMI's AdapterRAM has 32 bits and ends at 4 GiB.
    /// </summary>
    ImmutableArray<ImmutableDictionary<string, object>> DisplayAdapters();
}
