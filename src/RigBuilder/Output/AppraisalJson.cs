using System.Text.Json.Nodes;

namespace RigBuilder.Cli.Output;

/// <summary>An appraisal as JSON: the contract of "check --json".</summary>
internal static class AppraisalJson
{
    public static void Into(JsonObject json, Rules.Appraising.Appraisal appraisal)
    {
        json["rig"] = appraisal.Build.Name;
        json["fits"] = !appraisal.Verdict.HasErrors && appraisal.Rig.Missing.IsEmpty;
        json["grade"] = new JsonObject
        {
            ["letter"] = appraisal.Grade.Letter.ToString(),
            ["score"] = appraisal.Grade.Score,
            ["provisional"] = appraisal.Grade.Provisional,
            ["reasons"] = Json.Strings(appraisal.Grade.Reasons),
        };
        json["parts"] = Json.Array(appraisal.Rig.Parts.Select(p => (JsonNode?)new JsonObject { ["slot"] = Json.Word(p.Kind), ["id"] = p.Id, ["name"] = p.Name }));
        json["missing"] = Json.Array(appraisal.Rig.Missing.Select(m => (JsonNode?)new JsonObject
        {
            ["slot"] = Json.Word(m.Kind),
            ["id"] = m.Selection.PartId,
            ["suggestion"] = m.Suggestion,
        }));
        json["findings"] = FindingJson.Of(appraisal.Verdict.Findings);
        json["tags"] = Json.Strings(appraisal.Verdict.Tags);
        json["rule_failures"] = Json.Array(appraisal.Verdict.Failures.Select(f => (JsonNode?)new JsonObject { ["rule"] = f.RuleId, ["reason"] = f.Reason }));
        json["forecast"] = ForecastJson.Of(appraisal.Forecast);
    }
}
