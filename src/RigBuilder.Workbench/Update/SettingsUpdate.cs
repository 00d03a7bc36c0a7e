using RigBuilder.Domain.Settings;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>llama.cpp's settings: the list of them, and typing a value.</summary>
internal static class SettingsUpdate
{
    public static Overlay.Picker Picker(ScreenState state) => new(
        "llama.cpp's settings",
        [.. SettingLabels.All.Select(s => new PickerItem($"{s.Flags[0]}  {s.Key}", SettingLabels.Value(s, state.Build.Quest.Settings), new Message.AskSetting(s)))]);

    public static ScreenState Ask(ScreenState state, Setting setting) => state.Opened(new Overlay.Prompt(
        PromptPurpose.Setting, $"{setting.Flags[0]}  {setting.Key}", $"{setting.Help} Write {setting.Shape.Expected}; empty leaves it open ({setting.Default}).",
        LineEditor.Of(setting.Written(state.Build.Quest.Settings) ?? ""))
    { Setting = setting });

    public static Step Answer(ScreenState state, Overlay.Prompt prompt, Setting setting, string text)
    {
        string? problem = null;
        var settings = state.Build.Quest.Settings;
        var changed = text.Length == 0 ? setting.Clear(settings) : setting.Apply(settings, text, out problem);
        if (problem is not null) return state.Replaced(prompt with { Problem = problem });
        var done = RigUpdate.SetQuest(state.Closed(), spec => spec with { Settings = changed });
        var catalog = done.World.Catalog;
        var contradiction = Contradictions.Of(catalog.Resolve(done.Build), catalog.Resolve(done.Build.Quest)).FirstOrDefault();
        return contradiction is null ? done : done.Saying(contradiction, Frames.Role.Warning);
    }

    public static Quest Cleared(Quest quest) => SettingLabels.All.Where(s => s.Key is not ("ctk" or "ctv")).Aggregate(quest, (q, s) => s.Clear(q));
}
