namespace RigBuilder.Cli;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    /// <summary>The rig fits; the command did what was asked.</summary>
    public const int Fits = 0;

    /// <summary>Findings of severity error, or a failed check or test.</summary>
    public const int Findings = 1;

    /// <summary>Bad input: files, ids, options, or no terminal.</summary>
    public const int BadInput = 2;

    /// <summary>The output cannot be written: a full disk, a closed stream.</summary>
    public const int OutputLost = 3;

    /// <summary>Interrupted by the user (128 + SIGINT); other signals end the workbench with 128 + their number.</summary>
    public const int Cancelled = 130;
}
