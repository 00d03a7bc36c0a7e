using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Bindings;

/// <summary>Keys of the quest screen.</summary>
internal static class QuestBindings
{
    public static ImmutableArray<Binding> All { get; } =
    [
        Bind.Of(BindingContext.QuestForm, "Enter", "choose", "Choose or type the value", new Message.Activate()) with { Hint = 1 },
        Bind.Of(BindingContext.QuestForm, "Left h -", "less", "Previous or smaller value", new Message.Adjust(-1)) with { Hint = 2 },
        Bind.Of(BindingContext.QuestForm, "Right l +", "more", "Next or larger value", new Message.Adjust(+1)) with { Hint = 2 },
        Bind.Of(BindingContext.QuestForm, "x Del", "clear", "Leave the value open", new Message.Remove()) with { WhyNot = NotOptional },
        Bind.Of(BindingContext.QuestQuants, "Enter", "take it", "Take this quantisation", new Message.Activate()) with { Hint = 1, WhyNot = NoModel },
        Bind.Of(BindingContext.QuestQuants, "Left h", "form", "Go back to the form", new Message.FocusOn(PanelId.QuestForm)) with { Hint = 4 },
        Bind.Of(BindingContext.Quest, "i", "info", "Show what is known about the model", new Message.OpenDetails()) with { Hint = 6, WhyNot = NoModel, InPalette = true },
        Bind.Of(BindingContext.Quest, "2 F2", "pick parts", "Go to the workbench and pick parts", new Message.Show(ScreenKind.Bench)) with { Hint = 5 },
    ];

    private static string? NoModel(ScreenState state) => state.Appraisal.Quest.Model is null ? "Choose a model first." : null;

    private static string? NotOptional(ScreenState state) =>
        state.Screen is QuestScreen { Field: QuestField.Model or QuestField.Quant or QuestField.Settings or QuestField.Budget or QuestField.Target }
            ? null
            : "This value is always needed; use the arrow keys to change it.";
}
