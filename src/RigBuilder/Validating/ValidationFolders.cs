using RigBuilder.Cli.Composition;
using RigBuilder.Prediction;
using RigBuilder.Validation;
using RigBuilder.Validation.Protocol;

namespace RigBuilder.Cli.Validating;

/// <summary>Where validations keep their files.</summary>
/// <param name="environment">The world outside.</param>
internal sealed class ValidationFolders(CliEnvironment environment)
{
    /// <summary>Saved reports.</summary>
    public string Results => Path.Combine(environment.DataFolder, "validations");

    /// <summary>Synthetic models; large ones only when random weights were asked for.</summary>
    public string Models => environment.Variable("RIGBUILDER_MODELS") is { Length: > 0 } folder
        ? environment.Resolve(folder)
        : Path.Combine(environment.DataFolder, "synthetic-models");

    /// <summary>What a validation needs: this program as inference process, this machine's resources, these folders.</summary>
    public ValidatorPorts Ports(LoadedWorld world) => new(
        probed => world.Forecaster is Forecaster forecaster ? forecaster.Probing(probed) : world.Forecaster,
        ThisProgram.Launcher(environment.ProgramFolder), new LocalResources(), Models, environment.Time)
    {
        Obstacles = Libraries.InferenceObstacles,
    };
}
