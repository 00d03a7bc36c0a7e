using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;
using RigBuilder.Workbench.Update;

namespace RigBuilder.Workbench.Bindings;

/// <summary>Keys of the arena.</summary>
internal static class ArenaBindings
{
    public static ImmutableArray<Binding> All { get; } =
    [
        Bind.Of(BindingContext.ArenaBout, "Esc", "stop", "Stop the running validation", new Message.Retreat()) with { Hint = 1, InPalette = true },
        Bind.Of(BindingContext.Arena, "Enter", "fight", "Run the model here, compare with the prediction", new Message.Fight()) with { Hint = 2, InPalette = true, Soberly = "run", WhyNot = ArenaUpdate.WhyNotFight },
        Bind.Of(BindingContext.Arena, "i", "report", "Read the whole report", new Message.OpenDetails()) with { Hint = 3, InPalette = true, WhyNot = NoReport },
        Bind.Of(BindingContext.Arena, "h", "history", "Read the report of an earlier validation", new Message.PickEarlier()) with { Hint = 16, InPalette = true, WhyNot = NoHistory },
        Bind.Of(BindingContext.Arena, "m", "look again", "Look at this machine again", new Message.LookAgain()) with { Hint = 17, InPalette = true, WhyNot = Looking },
        Bind.Of(BindingContext.Arena, "Esc", "leave", "Leave the arena for the workbench", new Message.Retreat()) with { Hint = 4 },
    ];

    private static string? NoReport(ScreenState state) => state.Get<ArenaScreen>().Bout?.Report is null ? "There is no report yet: Enter starts a run." : null;

    private static string? NoHistory(ScreenState state) => state.Get<ArenaScreen>().Earlier.IsEmpty ? "No validation is saved yet." : null;

    private static string? Looking(ScreenState state) => state.Get<ArenaScreen>() switch
    {
        { Runs: true } => "Not while a validation runs: it would disturb it.",
        { Looking: true } => "This machine is being looked at.",
        _ => null,
    };
}
