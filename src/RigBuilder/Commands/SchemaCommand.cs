using System.CommandLine;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Schemas;

namespace RigBuilder.Cli.Commands;

/// <summary>"schema": writes the JSON Schemas of all YAML files, for editors.</summary>
internal sealed class SchemaCommand(CliEnvironment environment)
{
    private readonly Argument<string> _folder = new("DIR") { Description = "Folder to write the *.schema.json files to." };

    public Command Create()
    {
        var command = new Command("schema", "Write the JSON Schemas of catalog, rule and rig files, so that editors complete and check them.") { _folder };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var folder = environment.Resolve(parsed.GetRequiredValue(_folder));
        Directory.CreateDirectory(folder);
        var refused = SchemaGenerator.Files
            .Select(file => new DiskFiles().Save(Path.Combine(folder, file.Name), SchemaGenerator.Generate(file))).OfType<Diagnostic>().ToArray();
        Diagnosing.Report(environment, refused);
        environment.Out.WriteLine($"{SchemaGenerator.Files.Length - refused.Length} schemas written to {folder}");
        return refused.Length == 0 ? ExitCode.Fits : ExitCode.BadInput;
    }
}
