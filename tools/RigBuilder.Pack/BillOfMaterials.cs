using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RigBuilder.Pack;

/// <summary>What is inside, as CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): packages with their licences, and every file that runs with its checksum.</summary>
public static class BillOfMaterials
{
    private static readonly string[] Data = ["catalog", "rules", "examples"];
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The bill of a published folder.</summary>
    public static string Of(IReadOnlyList<Component> components, string published, string rid, string version) => new JsonObject
    {
        ["bomFormat"] = "CycloneDX",
        ["specVersion"] = "1.6",
        ["version"] = 1,
        ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["name"] = "rigbuilder", ["version"] = version, ["description"] = $"for {rid}" } },
        ["components"] = new JsonArray([.. components.Select(Package), .. Runs(published).Select(f => FileIn(published, f))]),
    }.ToJsonString(Layout) + "\n";

    private static IEnumerable<string> Runs(string published) => Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(published, f)).Where(f => !Data.Contains(f.Split('/', '\\')[0]) && f is not ("THIRD-PARTY-NOTICES.txt" or "sbom.cdx.json")).Order(StringComparer.Ordinal);

    private static JsonNode Package(Component c) => new JsonObject
    {
        ["type"] = "library",
        ["name"] = c.Name,
        ["version"] = c.Version,
        ["copyright"] = c.Copyright,
        ["purl"] = $"pkg:nuget/{c.Name}@{c.Version}",
        ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = c.License } }),
    };

    private static JsonNode FileIn(string published, string file) => new JsonObject
    {
        ["type"] = "file",
        ["name"] = file.Replace('\\', '/'),
        ["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-256", ["content"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(published, file)))) }),
    };
}
