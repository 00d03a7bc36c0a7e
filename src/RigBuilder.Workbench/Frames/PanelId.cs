namespace RigBuilder.Workbench.Frames;

/// <summary>Names of the panels, stable so that a host can keep a widget for each.</summary>
public enum PanelId
{
    /// <summary>Equipment slots.</summary>
    Slots,

    /// <summary>Parts that could go into the chosen slot.</summary>
    Candidates,

    /// <summary>Stat sheet.</summary>
    Stats,

    /// <summary>What the rules say.</summary>
    Findings,

    /// <summary>Summary of the quest.</summary>
    QuestSummary,

    /// <summary>The quest's fields.</summary>
    QuestForm,

    /// <summary>About the chosen model.</summary>
    QuestModel,

    /// <summary>Memory and speed per quantisation.</summary>
    QuestQuants,

    /// <summary>Comparison of two rigs.</summary>
    Compare,

    /// <summary>Entries of the codex.</summary>
    CodexList,

    /// <summary>The chosen entry of the codex.</summary>
    CodexEntry,

    /// <summary>What the arena can run.</summary>
    ArenaFoes,

    /// <summary>Stages of a validation.</summary>
    ArenaStages,

    /// <summary>This machine beside the picked rig.</summary>
    ArenaMachine,

    /// <summary>Progress of a validation.</summary>
    ArenaBout,

    /// <summary>The boss itself.</summary>
    ArenaBoss,

    /// <summary>Predicted against measured, verdict and causes.</summary>
    ArenaScore,

    /// <summary>A list to pick from.</summary>
    Picker,

    /// <summary>A question with a text field.</summary>
    Prompt,

    /// <summary>A question with yes and no.</summary>
    Confirm,

    /// <summary>Key help.</summary>
    Help,

    /// <summary>Details of something.</summary>
    Details,

    /// <summary>A passing message.</summary>
    Toast,

    /// <summary>Says that the terminal is too small.</summary>
    TooSmall,
}
