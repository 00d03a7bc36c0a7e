using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Effects;

/// <summary>What an update wants done outside, as data. Results come back as messages. Closed.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Write a rig to a file, atomically. Answer: Saved, Failed, or SaveRefused unless it may overwrite whatever is there.</summary>
    public sealed record SaveRig(string Path, Build Build, bool Overwrite = false) : Effect;

    /// <summary>Keep the rig of a file (null: of none yet) for the next session, and whether it has edits that are in no file. No answer.</summary>
    public sealed record Autosave(Build Build, string? Path, bool Unsaved) : Effect;

    /// <summary>Read a rig file. Answer: Loaded or Failed.</summary>
    public sealed record LoadRig(string Path) : Effect;

    /// <summary>Read the head of a model's file; relative paths start at the rig's folder. Answer: ModelRead.</summary>
    public sealed record ReadModel(string Name, ModelReference File, string? RigPath, bool Chosen = false) : Effect;

    /// <summary>Look for rig files. Answer: Listed.</summary>
    public sealed record ListRigs : Effect;

    /// <summary>Write a text file. Answer: Inform or Failed.</summary>
    public sealed record Export(string Path, string Text) : Effect;

    /// <summary>Open a file in the user's editor at a line (0: at the top). Answer: DataReloaded or Failed.</summary>
    public sealed record OpenEditor(string File, int Line) : Effect;

    /// <summary>Read catalog and rules again. Answer: DataReloaded.</summary>
    public sealed record ReloadData : Effect;

    /// <summary>Find out what this machine is. Answer: MachineFound, and before it ValidationsListed.</summary>
    public sealed record LookAtMachine : Effect;

    /// <summary>Validate on this machine, one at a time. Answers: BoutProgressed and BoutTicked as it goes, then BoutEnded.</summary>
    public sealed record StartValidation(int Number, Opponent Opponent, Build Build) : Effect;

    /// <summary>Stop the running validation and clean up. No answer of its own: the validation ends.</summary>
    public sealed record CancelValidation : Effect;

    /// <summary>Explain a rule on a rig and run the rule's tests. Answer: RuleStudied, later.</summary>
    public sealed record StudyRule(string RuleId, Build Build) : Effect;

    /// <summary>Send ContinueScan after the next frame; the program does it itself.</summary>
    public sealed record ContinueScan : Effect;

    /// <summary>End the session.</summary>
    public sealed record Quit : Effect;
}
