namespace RigBuilder.Workbench.Bindings;

/// <summary>Where a key means something. More special contexts are asked first.</summary>
public enum BindingContext
{
    /// <summary>Everywhere outside overlays.</summary>
    Everywhere,

    /// <summary>The quest screen.</summary>
    Quest,

    /// <summary>The quest's form.</summary>
    QuestForm,

    /// <summary>The table of quantisations.</summary>
    QuestQuants,

    /// <summary>The workbench.</summary>
    Bench,

    /// <summary>The slots of the workbench.</summary>
    Slots,

    /// <summary>The candidates of the workbench.</summary>
    Candidates,

    /// <summary>The stat sheet of the workbench.</summary>
    Stats,

    /// <summary>The findings of the workbench.</summary>
    Findings,

    /// <summary>The compare screen.</summary>
    Compare,

    /// <summary>The codex.</summary>
    Codex,

    /// <summary>The arena.</summary>
    Arena,

    /// <summary>The arena while a validation runs.</summary>
    ArenaBout,

    /// <summary>While typing a filter.</summary>
    Filter,

    /// <summary>Lists to pick from.</summary>
    Picker,

    /// <summary>Questions with a text field.</summary>
    Prompt,

    /// <summary>Questions with yes and no.</summary>
    Confirm,

    /// <summary>Something to read.</summary>
    Reader,
}
