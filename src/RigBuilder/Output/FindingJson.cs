using System.Text.Json.Nodes;
using RigBuilder.Domain.Findings;

namespace RigBuilder.Cli.Output;

/// <summary>Findings as JSON.</summary>
internal static class FindingJson
{
    public static JsonArray Of(IEnumerable<Finding> findings) => Json.Array(findings.Select(f => (JsonNode?)new JsonObject
    {
        ["rule"] = f.RuleId,
        ["severity"] = Json.Word(f.Severity),
        ["title"] = f.Title,
        ["message"] = f.Message,
        ["subject"] = f.Subject,
        ["slot"] = f.Slot is { } slot ? Json.Word(slot) : null,
        ["cure"] = f.Cure,
        ["why"] = f.Why,
    }));
}
