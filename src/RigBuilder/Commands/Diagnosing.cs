using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Cli.Commands;

/// <summary>Writes diagnostics to standard error, errors last so that they are seen.</summary>
internal static class Diagnosing
{
    public static void Report(CliEnvironment environment, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.OrderByDescending(d => d.Severity))
            environment.Error.WriteLine(DiagnosticText.Render(diagnostic));
    }
}
