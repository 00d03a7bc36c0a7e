using System.Collections.Immutable;

namespace RigBuilder.Validation.Runtime;

/// <summary>What a native library says about itself.</summary>
/// <param name="Runtime">Name of the runtime.</param>
/// <param name="Version">Version of the library.</param>
/// <param name="Location">Folder it was loaded from.</param>
/// <param name="SystemInfo">CPU features and build options in the library's words.</param>
/// <param name="Devices">Devices it can use; the CPU is one.</param>
public sealed record RuntimeDescription(
    string Runtime, string Version, string Location, string SystemInfo, ImmutableArray<InferenceDevice> Devices)
{
    /// <summary>Devices that are graphics cards.</summary>
    public IEnumerable<InferenceDevice> Gpus => Devices.Where(d => d.Kind is InferenceDeviceKind.Gpu or InferenceDeviceKind.IntegratedGpu);
}
