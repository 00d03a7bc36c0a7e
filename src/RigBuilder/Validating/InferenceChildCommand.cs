using System.CommandLine;
using RigBuilder.Cli.Composition;
using RigBuilder.Validation.Child;

namespace RigBuilder.Cli.Validating;

/// <summary>The hidden command with which the program starts itself as the inference process.</summary>
internal static class InferenceChildCommand
{
    public const string Name = "inference-child";

    public static Command Create(CliEnvironment environment)
    {
        var command = new Command(Name, "Serve one inference job from standard input (used by validate).") { Hidden = true };
        command.SetAction(_ => Libraries.ServeInference(environment.In, environment.Out, () => Environment.Exit(InferenceChild.Cancelled)));
        return command;
    }
}
