using System.CommandLine;
using System.CommandLine.Parsing;
using RigBuilder.Cli.Commands;
using RigBuilder.Cli.Installing;
using RigBuilder.Cli.Validating;
using RigBuilder.Domain;

namespace RigBuilder.Cli;

/// <summary>The command tree and the one way into it. Mistakes on the command line end with exit code 2.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, CliEnvironment environment)
    {
        var root = Root(environment);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                environment.Error.WriteLine($"error RB7001: {error.Message}");
            if (parsed.UnmatchedTokens.FirstOrDefault() is { } token)
            {
                if (parsed.CommandResult.Command is RootCommand && File.Exists(environment.Resolve(token)))
                    environment.Error.WriteLine($"  help: 'rigbuilder open {token}' opens a rig file, 'rigbuilder check {token}' judges it");
                else if (Nearest(parsed.CommandResult.Command, token) is { } nearest)
                    environment.Error.WriteLine($"  help: did you mean '{nearest}'?");
            }

            environment.Error.WriteLine($"  help: 'rigbuilder {Path(parsed.CommandResult)}--help' lists what it takes");
            return ExitCode.BadInput;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = environment.Out,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static RootCommand Root(CliEnvironment environment)
    {
        var data = new DataOptions();
        var root = new RootCommand("Pick the parts of a PC that runs large language models at home. Without a command: the full-screen workbench.")
        {
            new PredictCommand(environment, data).Create(),
            new WorkbenchCommand(environment, data).Create(),
            new CheckCommand(environment, data).Create(),
            new ModelsCommand(environment, data).Create(),
            new UpgradeCommand(environment, data).Create(),
            new CatalogCommand(environment, data).Create(),
            new ValidateCommand(environment, data).Create(),
            InferenceChildCommand.Create(environment),
            new RulesCommand(environment, data).Create(),
            new ScanCommand(environment, data).Create(),
            new SchemaCommand(environment).Create(),
            AboutCommand.Create(environment, data),
            new InstallCommand(environment).Create(),
            new InstallCommand(environment).CreateRemoval(),
        };
        new WorkbenchCommand(environment, data).AddTo(root);
        data.AddTo(root);
        return root;
    }

    private static string Path(CommandResult result) =>
        result.Command is RootCommand ? "" : $"{(result.Parent is CommandResult parent ? Path(parent) : "")}{result.Command.Name} ";

    private static string? Nearest(Command command, string token) => Spelling.Nearest(
        token,
        command.Subcommands.Select(c => c.Name).Concat(command.Options.SelectMany(o => (string[])[o.Name, .. o.Aliases])));
}
