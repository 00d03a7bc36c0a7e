using RigBuilder.Validation.Storage;
using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.State;

/// <summary>The arena: a prediction is validated by running the model for real on this machine.</summary>
public sealed record ArenaScreen() : Screen(ScreenKind.Arena)
{
    /// <inheritdoc/>
    public override PanelId Focus { get; init; } = PanelId.ArenaFoes;

    /// <summary>What the user picked to be run; null until then.</summary>
    public Opponent? Picked { get; init; }

    /// <summary>This machine; null until it has been looked at.</summary>
    public FoundMachine? Machine { get; init; }

    /// <summary>Whether it is being looked at.</summary>
    public bool Looking { get; init; }

    /// <summary>The running validation, or the last one; null before the first.</summary>
    public Bout? Bout { get; init; }

    /// <summary>Saved validations, the newest first.</summary>
    public ImmutableArray<SavedResult> Earlier { get; init; } = [];

    /// <summary>Rows of the results scrolled away.</summary>
    public int ScoreTop { get; init; }

    /// <summary>Rows of the machine scrolled away.</summary>
    public int MachineTop { get; init; }

    /// <summary>What is to be run: the quest where there is one, unless the user picked.</summary>
    public Opponent OpponentOf(ScreenState state) => Picked ?? (state.Appraisal.Quest.IsComplete ? Opponent.Quest : Opponent.Sparring);

    /// <summary>Whether a validation runs.</summary>
    public bool Runs => Bout is { Runs: true };
}
