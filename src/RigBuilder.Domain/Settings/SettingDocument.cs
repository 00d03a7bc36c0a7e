using System.Text;

namespace RigBuilder.Domain.Settings;

/// <summary>The table of settings as Markdown: docs/SETTINGS.md is generated from it.</summary>
public static class SettingDocument
{
    private const string Head = """
        # Settings

        One table (`RigBuilder.Domain/Settings/SettingTable.cs`) makes the options of `predict`, the keys of its batch lines, the keys of rig
        files and this page. What is given is used, what is left open is planned, and the launch line repeats both. A value is the same text
        everywhere: `-ngl 99`, `"ngl": 99`, `ngl: 99`. A list may be written as `3,1` or `[3, 1]`. In rig files the keys stand under `settings:`;
        those marked *quest* stand under `quest:`, *quest or settings* under either (version 1 of the format wrote them there; `settings:`
        overrules; under `quest:` three have longer names: `key_type`, `value_type`, `micro_batch`), *in_use* under `in_use:`.

        | setting | options | batch keys | rig file | value | while open |
        |---|---|---|---|---|---|
        """;

    /// <summary>The whole page.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        foreach (var setting in SettingTable.All)
        {
            var keys = setting.BatchKeys.Select(k => Code(k.Name) + (k.Unit.Length == 0 ? "" : $" (a number in {k.Unit})"));
            text.Append("| ").Append(setting.Help.TrimEnd('.')).Append(" | ").AppendJoin(' ', setting.Flags.Select(Code)).Append(" | ").AppendJoin(' ', keys)
                .Append(" | ").Append(Code(setting.Key)).Append(Place(setting.Place)).Append(" | ").Append(setting.Shape.Expected.Replace("|", "\\|", StringComparison.Ordinal))
                .Append("; ").Append(Code(setting.Example)).Append(" | ").Append(setting.Default).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Code(string text) => $"`{text}`";

    private static string Place(SettingPlace place) => place switch
    {
        SettingPlace.Quest => " *quest*",
        SettingPlace.Both => " *quest or settings*",
        SettingPlace.InUse => " *in_use*",
        _ => "",
    };
}
