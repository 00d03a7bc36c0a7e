using System.Text.Json.Nodes;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Cli.Output;

/// <summary>Diagnostics and findings as JSON.</summary>
internal static class DiagnosticJson
{
    public static JsonObject Of(Diagnostic diagnostic) => new()
    {
        ["code"] = diagnostic.Code,
        ["severity"] = Json.Word(diagnostic.Severity),
        ["file"] = diagnostic.Location?.File,
        ["line"] = diagnostic.Location?.Line,
        ["column"] = diagnostic.Location?.Column,
        ["length"] = diagnostic.Location?.Length,
        ["message"] = diagnostic.Message,
        ["help"] = diagnostic.Help,
        ["why"] = diagnostic.Why,
    };

    public static JsonArray Of(IEnumerable<Diagnostic> diagnostics) => Json.Array(diagnostics.Select(d => (JsonNode?)Of(d)));
}
