using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Machine.Ports;

namespace RigBuilder.Machine.Sources;

/// <summary>The diagnostics of the hardware probe. All are warnings: what is missing stays unknown, the rest holds.</summary>
internal static class ProbeDiagnostics
{
    /// <summary>RB6001–RB6004: a tool that did not answer properly; nothing for one that did or is not installed.</summary>
    public static ImmutableArray<Diagnostic> Of(ToolCall call, ToolRun run) => run.Ending switch
    {
        ToolEnding.TimedOut => [Warn("RB6001", $"'{call}' did not end within {call.Timeout.TotalSeconds:0.#} s and was stopped")
            with { Help = $"run '{call}' in a shell; a hang points to the driver" }],
        ToolEnding.Flooded => [Warn("RB6002", $"'{call}' wrote more than {call.OutputLimit / 1024:#,0} KiB and was stopped")],
        ToolEnding.NotStarted => [Warn("RB6003", $"'{call}' could not be started: {FirstLine(run.Error)}")],
        ToolEnding.Exited when run.ExitCode != 0 => [Warn("RB6004", $"'{call}' failed with exit code {run.ExitCode}{Said(run)}")],
        _ => [],
    };

    /// <summary>RB6005: a tool or file whose content could not be read as what it should be.</summary>
    public static Diagnostic Unreadable(string source, string what) => Warn("RB6005", $"{source}: {what}");

    /// <summary>RB6006: a source that took too long.</summary>
    public static Diagnostic Slow(string source, TimeSpan limit) =>
        Warn("RB6006", $"{source} did not answer within {limit.TotalSeconds:0.#} s and is left out");

    /// <summary>RB6007: a source that failed with an exception.</summary>
    public static Diagnostic Failed(string source, Exception failure) =>
        Warn("RB6007", $"{source} failed ({failure.GetType().Name}: {FirstLine(failure.Message)}) and is left out");

    /// <summary>RB6008: something that needs more rights.</summary>
    public static Diagnostic NeedsRights(string what) =>
        Warn("RB6008", $"{what} can be read by an administrator only") with { Help = "run 'sudo rigbuilder scan' to see it" };

    private static Diagnostic Warn(string code, string message) => new(code, DiagnosticSeverity.Warning, null, message);

    private static string Said(ToolRun run)
    {
        var text = FirstLine(string.IsNullOrWhiteSpace(run.Error) ? run.Output : run.Error);
        return text.Length == 0 ? "" : $": {text}";
    }

    private static string FirstLine(string text)
    {
        var line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        var clean = new string(line.Where(c => !char.IsControl(c)).ToArray());
        return clean.Length > 160 ? clean[..160] + "…" : clean;
    }
}
