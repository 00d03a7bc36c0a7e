using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Export;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Questions with a text field: what is asked, and what a typed answer does.</summary>
internal static class PromptUpdate
{
    public static ScreenState Ask(ScreenState state, PromptPurpose purpose) => state.Opened(Question(state, purpose));

    public static Step Answer(ScreenState state, Overlay.Prompt prompt)
    {
        var text = prompt.Editor.Text.Trim();
        var done = state.Closed();
        switch (prompt.Purpose)
        {
            case PromptPurpose.SaveAs when text.Length > 0: return Step.Of(done, new Effect.SaveRig(WithEnding(text, ".yaml"), state.Build));
            case PromptPurpose.ExportTo when text.Length > 0: return Step.Of(done, new Effect.Export(WithEnding(text, ".md"), PartsList.Markdown(state.Appraisal)));
            case PromptPurpose.LoadFrom when text.Length > 0: return Step.Of(done, new Effect.LoadRig(text));
            case PromptPurpose.RigName when text.Length > 0: return RigUpdate.Edit(done, state.Build with { Name = text });
            case PromptPurpose.Setting when prompt.Setting is { } setting: return SettingsUpdate.Answer(state, prompt, setting, text);
            case PromptPurpose.Context: return Number(state, prompt, text, 1, 16_777_216, n => s => s with { Context = (int)n });
            case PromptPurpose.Users: return Number(state, prompt, text, 1, 1024, n => s => s with { Users = (int)n });
            case PromptPurpose.Budget when text.Length == 0: return RigUpdate.SetQuest(done, s => s with { Settings = s.Settings with { Budget = null } });
            case PromptPurpose.Budget: return Number(state, prompt, text, 1, 10_000_000, n => s => s with { Budget = Money.FromUsd((decimal)n) });
            case PromptPurpose.Target when text.Length == 0: return RigUpdate.SetQuest(done, s => s with { Settings = s.Settings with { TargetSpeed = null } });
            case PromptPurpose.Target: return Number(state, prompt, text, 0.1, 100_000, n => s => s with { TargetSpeed = TokensPerSecond.FromValue(n) });
            default: return state.Replaced(prompt with { Problem = "Type something, or press Esc." });
        }
    }

    private static Overlay.Prompt Question(ScreenState state, PromptPurpose purpose)
    {
        var settings = state.Build.Quest.Settings;
        var (title, help, text) = purpose switch
        {
            PromptPurpose.SaveAs => ("Save the rig as", "A file name; .yaml is added.", state.Path ?? FileName(state.Build.Name) + ".yaml"),
            PromptPurpose.ExportTo => ("Export the parts list to", "A Markdown file with parts, prices, prediction and launch line.", FileName(state.Build.Name) + ".md"),
            PromptPurpose.LoadFrom => ("Load a rig from", "Path of a rig file.", ""),
            PromptPurpose.RigName => ("Name of the rig", "As it should stand in lists and exports.", state.Build.Name),
            PromptPurpose.Context => ("Context length", "Tokens, such as 8192 or 8k.", settings.Context.ToString(CultureInfo.InvariantCulture)),
            PromptPurpose.Users => ("Users at the same time", "1 or more.", settings.Users.ToString(CultureInfo.InvariantCulture)),
            PromptPurpose.Budget => ("Budget in USD", "Such as 2500; empty for no limit.", settings.Budget?.Amount.ToString("0.##", CultureInfo.InvariantCulture) ?? ""),
            _ => ("Wished speed in tok/s", "Such as 20; empty for any.", settings.TargetSpeed?.Value.ToString("0.##", CultureInfo.InvariantCulture) ?? ""),
        };
        return new Overlay.Prompt(purpose, title, help, LineEditor.Of(text));
    }

    private static Step Number(ScreenState state, Overlay.Prompt prompt, string text, double least, double most, Func<double, Func<Quest, Quest>> change)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
        var factor = digits.EndsWith('k') || digits.EndsWith('K') ? 1000 : 1;
        if (prompt.Purpose == PromptPurpose.Context && TokenCount.TryParse(text, out var tokens)) (digits, factor) = (tokens.ToString(CultureInfo.InvariantCulture), 1);
        if (factor > 1) digits = digits[..^1];
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return state.Replaced(prompt with { Problem = $"'{text}' is not a number." });
        value *= factor;
        if (value < least || value > most)
            return state.Replaced(prompt with { Problem = $"Must be from {QuantityText.Number(least)} to {QuantityText.Number(most)}." });
        return RigUpdate.SetQuest(state.Closed(), s => s with { Settings = change(value)(s.Settings) });
    }

    private static string WithEnding(string path, string ending) => Path.HasExtension(path) ? path : path + ending;

    private static string FileName(string name)
    {
        var clean = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        while (clean.Contains("--", StringComparison.Ordinal)) clean = clean.Replace("--", "-", StringComparison.Ordinal);
        return clean.Length == 0 ? "rig" : clean;
    }
}
