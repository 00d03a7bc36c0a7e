using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Units;

namespace RigBuilder.Cli.Output;

/// <summary>An appraisal as plain text.</summary>
internal static class AppraisalText
{
    public static IEnumerable<string> Of(Rules.Appraising.Appraisal appraisal, bool explain)
    {
        yield return $"{appraisal.Build.Name}: grade {appraisal.Grade.Letter}" + (appraisal.Grade.Letter is '-' ? "" : $" ({appraisal.Grade.Score} of 100{(appraisal.Grade.Provisional ? ", something is still to be chosen" : "")})");
        if (appraisal.Quest is { Model: { } model, Quant: { } quant })
            yield return $"quest      {model.Name} {quant.Name}, {new Quantity(appraisal.Quest.Context, Dimension.Tokens)}, {appraisal.Quest.Users} user(s)";
        foreach (var group in appraisal.Rig.Parts.GroupBy(p => (p.Kind, p.Id)))
            yield return $"{group.Key.Kind.ToString().ToLowerInvariant(),-11}{(group.Count() > 1 ? $"{group.Count()} x " : "")}{group.First().Name}";
        foreach (var line in ForecastText.Of(appraisal.Forecast, explain)) yield return line;
        foreach (var finding in appraisal.Verdict.Findings)
        {
            yield return $"{Word(finding.Severity)} {finding.RuleId}{(finding.Subject is { } subject ? $" ({subject})" : "")}: {finding.Message}";
            if (finding.Cure is { } cure) yield return $"  cure: {cure}";
            if (explain && finding.Why is { } why) yield return $"  why: {why}";
        }

        foreach (var failure in appraisal.Verdict.Failures) yield return $"rule {failure.RuleId} could not be judged: {failure.Reason}";
        if (!appraisal.Grade.Reasons.IsEmpty && appraisal.Grade.Letter is not ('-' or 'F'))
        {
            yield return $"grade {appraisal.Grade.Letter}: what costs points";
            foreach (var reason in appraisal.Grade.Reasons) yield return "  " + reason;
        }

        var errors = appraisal.Verdict.Findings.Count(f => f.Severity == Severity.Error);
        yield return errors == 0 ? "fits: no errors" : $"does not fit: {errors} error{(errors == 1 ? "" : "s")}";
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
