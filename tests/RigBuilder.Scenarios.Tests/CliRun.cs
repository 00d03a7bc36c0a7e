using System.Diagnostics;
using System.Text.Json.Nodes;
using RigBuilder.Cli;

namespace RigBuilder.Scenarios.Tests;

/// <summary>One run of the program inside the test process – or of the one under test, see <see cref="ProgramUnderTest"/> –: exit code and what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out) ?? throw new AssertionException("the program wrote 'null'");

    /// <summary>Runs a command on the shipped data, without the user's own overlay.</summary>
    public static CliRun Of(params string[] args) => In(Environment.CurrentDirectory, "", args);

    /// <summary>Runs a command in a folder with this standard input.</summary>
    public static CliRun In(string folder, string input, params string[] args)
    {
        if (ProgramUnderTest.Named is { } program) return Of(program, folder, input, args);
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = CommandLine.RunAsync(args, new CliEnvironment
        {
            Out = output,
            Error = error,
            In = new StringReader(input),
            Variable = name => name switch
            {
                "RIGBUILDER_CONFIG" => Path.Combine(folder, "config"),
                "RIGBUILDER_DATA_HOME" => Path.Combine(folder, "data"),
                _ => null,
            },
            WorkingFolder = folder,
            ProgramFolder = AppContext.BaseDirectory,
            HasTerminal = false,
        }).GetAwaiter().GetResult();
        return new CliRun(exit, output.ToString(), error.ToString());
    }

    // A program of its own, with its own data and the same folders of a user.
    private static CliRun Of(string program, string folder, string input, string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["RIGBUILDER_CONFIG"] = Path.Combine(folder, "config");
        start.Environment["RIGBUILDER_DATA_HOME"] = Path.Combine(folder, "data");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new CliRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public override string ToString() => $"exit {ExitCode}\n--- out\n{Out}\n--- error\n{Error}";
}
