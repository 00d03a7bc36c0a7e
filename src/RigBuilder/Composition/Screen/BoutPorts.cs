using RigBuilder.Machine.Reports;
using RigBuilder.Validation.Protocol;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>What validations of the screen need from outside.</summary>
/// <param name="Probe">Looks at this machine.</param>
/// <param name="Load">Reads catalog, rules and calibration as they are now.</param>
/// <param name="Validator">What a validation needs, on a world.</param>
/// <param name="Results">Folder of saved reports.</param>
/// <param name="Time">Clock.</param>
internal sealed record BoutPorts(
    Func<CancellationToken, Task<MachineReport>> Probe, Func<LoadedWorld> Load, Func<LoadedWorld, ValidatorPorts> Validator, string Results, TimeProvider Time)
{
    /// <summary>Longest that the end of a session waits for a stopped validation to clean up.</summary>
    public TimeSpan CleanUp { get; init; } = TimeSpan.FromSeconds(5);
}
