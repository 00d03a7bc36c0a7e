using System.Text;
using RigBuilder.Workbench.Labels;

namespace RigBuilder.Workbench.Export;

/// <summary>A rig as a Markdown parts list with its prediction, for forums and shopping.</summary>
public static class PartsList
{
    /// <summary>The text; pure.</summary>
    public static string Markdown(Appraised appraisal)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(appraisal.Build.Name).Append("\n\n");
        text.Append("For ").Append(QuestLabels.Summary(appraisal.Quest)).Append(".\n\n");
        text.Append("| Type | Part | Count | Price each | Price |\n|:--|:--|--:|--:|--:|\n");
        foreach (var group in appraisal.Rig.Parts.GroupBy(p => (p.Kind, p.Id)))
        {
            var part = group.First();
            var count = group.Count();
            text.Append("| ").Append(PartLabels.Long(part.Kind)).Append(" | ").Append(part.Name.Replace("|", "\\|", StringComparison.Ordinal)).Append(" | ").Append(count)
                .Append(" | ").Append(Price(part, 1)).Append(" | ").Append(Price(part, count)).Append(" |\n");
        }

        foreach (var missing in appraisal.Rig.Missing)
            text.Append("| ").Append(PartLabels.Long(missing.Kind)).Append(" | ").Append(missing.Selection.PartId).Append(" (not in the catalog) | ").Append(missing.Selection.Count).Append(" | unknown | unknown |\n");
        text.Append("| | **Total** | | | **").Append(appraisal.Forecast.Price.Words).Append("** |\n");
        if (!appraisal.Forecast.Price.Notes.IsEmpty) text.Append("\nPrices: ").Append(string.Join("; ", appraisal.Forecast.Price.Notes)).Append(".\n");
        Predict(text, appraisal);
        Find(text, appraisal);
        return text.ToString();
    }

    private static string Price(Part part, int count) =>
        part.Owned ? "owned" : part.Included ? "included" : part.Price is { } price ? $"{(price.IsEstimate ? "≈ " : "")}{price.Amount * count}" : "unknown";

    private static void Predict(StringBuilder text, Appraised appraisal)
    {
        var forecast = appraisal.Forecast;
        text.Append("\n## Prediction\n\n");
        if (forecast.Decode is { } decode) text.Append("- Generates ").Append(decode.Value).Append(" (").Append(Figures.Range(decode)).Append(", ").Append(Figures.Of(decode.Basis)).Append(")\n");
        else text.Append("- Does not run as it is.\n");
        if (forecast.Prompt is { } prompt) text.Append("- Reads prompts at ").Append(prompt.Value).Append('\n');
        if (forecast.FirstToken is { } first) text.Append("- First token after ").Append(first.Value).Append('\n');
        if (forecast.Load is { } load) text.Append("- Loads in ").Append(load.Value).Append('\n');
        text.Append("- Draws ").Append(forecast.Power.Generating).Append(" while generating\n");
        text.Append("- Grade ").Append(appraisal.Grade.Letter).Append('\n');
        if (forecast.Placement is { } placement) text.Append("\n```sh\n").Append(placement.Launch).Append("\n```\n");
    }

    private static void Find(StringBuilder text, Appraised appraisal)
    {
        if (appraisal.Verdict.Findings.IsEmpty) return;
        text.Append("\n## Findings\n\n");
        foreach (var finding in appraisal.Verdict.Findings)
        {
            text.Append("- **").Append(finding.Severity.ToString().ToLowerInvariant()).Append("** ").Append(finding.Message);
            if (finding.Cure is { } cure) text.Append(" _").Append(cure).Append('_');
            text.Append('\n');
        }
    }
}
