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
}
