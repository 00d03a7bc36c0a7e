using RigBuilder.Cli.Composition;

namespace RigBuilder.Cli;

/// <summary>The executable.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var limit = FileSizeLimit.FailWritesBeyond();
        return await CommandLine.RunAsync(args, CliEnvironment.OfThisProcess());
    }
}
