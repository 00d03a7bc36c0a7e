using RigBuilder.Domain.Settings;

namespace RigBuilder.Workbench.Labels;

/// <summary>llama.cpp's settings in words; all of it from the one table.</summary>
internal static class SettingLabels
{
    // Those that the form has rows of its own for, and the second name of one.
    private static readonly string[] Elsewhere = ["flash_attention", "cmoe"];

    /// <summary>The settings that have no row of their own in the form.</summary>
    public static ImmutableArray<Setting> All { get; } = [.. SettingTable.All.Where(s => s.Place != SettingPlace.Quest && !Elsewhere.Contains(s.Key))];

    /// <summary>What is fixed ("ngl 99, ncmoe 28"), or that everything is planned. The cache's types have a row of their own.</summary>
    public static string Summary(Quest quest)
    {
        var set = All.Where(s => s.Key is not ("ctk" or "ctv")).Select(s => (s.Key, Value: s.Written(quest))).Where(s => s.Value is not null).Select(s => $"{s.Key} {s.Value}").ToArray();
        return set.Length == 0 ? "planned" : string.Join(", ", set);
    }

    /// <summary>The value of a setting, or what happens while it is open.</summary>
    public static string Value(Setting setting, Quest quest) => setting.Written(quest) ?? $"open: {setting.Default}";
}
