using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;

namespace RigBuilder.Cli;

/// <summary>The executable.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var limit = FileSizeLimit.FailWritesBeyond();
        if (CurrentFolder() is not { } folder)
        {
            Complain("RB7012: the folder that this was started in is not there any more; change to one that is");
            return ExitCode.BadInput;
        }

        try
        {
            return await CommandLine.RunAsync(args, CliEnvironment.OfThisProcess(folder));
        }
        catch (OutputLostException lost)
        {
            Complain($"RB7011: the output cannot be written: {lost.Message.TrimEnd('.')}");
            return ExitCode.OutputLost;
        }
    }

    private static string? CurrentFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Where the error stream is closed as well, the exit code alone has to tell.
    private static void Complain(string what)
    {
        try
        {
            Console.Error.WriteLine($"error {what}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
