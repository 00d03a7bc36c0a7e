namespace RigBuilder.Scenarios.Tests.Launcher;

/// <summary>One run of the launcher: exit code, what it and the program wrote, and how it called dotnet.</summary>
internal sealed record LauncherRun(int ExitCode, string Out, string Error, IReadOnlyList<string> Calls)
{
    /// <summary>The launcher's own lines.</summary>
    public IEnumerable<string> Said => Error.Split('\n').Where(l => l.StartsWith("rig: ", StringComparison.Ordinal));

    public override string ToString() => $"exit {ExitCode}\n--- out\n{Out}\n--- error\n{Error}\n--- calls\n{string.Join('\n', Calls)}";
}
