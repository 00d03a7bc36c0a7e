using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace RigBuilder.Pack;

/// <summary>A package of which something is in the program.</summary>
/// <param name="Name">Its name on the feed.</param>
/// <param name="Version">Its version.</param>
/// <param name="License">Its licence as an SPDX expression.</param>
/// <param name="Copyright">Who holds the rights: what the package says, else its authors.</param>
/// <param name="Project">Its page; empty when not told.</param>
/// <param name="Texts">Licence and notice files that it brings.</param>
public sealed record Component(string Name, string Version, string License, string Copyright, string Project, IReadOnlyList<string> Texts)
{
    /// <summary>The packages of a publication: what was restored for its platform and the runtime that goes with it, without what only builds.</summary>
    /// <param name="assets">The project.assets.json.</param>
    /// <param name="rid">The platform.</param>
    public static IReadOnlyList<Component> In(string assets, string rid)
    {
        var json = JsonNode.Parse(File.ReadAllText(assets))!;
        var folders = json["packageFolders"]!.AsObject().Select(f => f.Key).ToArray();
        var framework = json["project"]!["frameworks"]!.AsObject().Single();
        if (json["targets"]![$"{framework.Key}/{rid}"] is not JsonObject target) throw new InvalidDataException($"'{assets}' was not restored for {rid}");
        var tools = framework.Value!["dependencies"]!.AsObject().Where(d => d.Value!["autoReferenced"]?.GetValue<bool>() == true).Select(d => d.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var packages = target.Where(t => t.Value!["type"]!.GetValue<string>() == "package").Select(t => t.Key.Split('/')).Where(p => !tools.Contains(p[0])).Select(p => (Name: p[0], Version: p[1]));
        var runtimes = (framework.Value["downloadDependencies"] as JsonArray ?? []).Select(d => (Name: d!["name"]!.GetValue<string>(), Version: d["version"]!.GetValue<string>().Trim('[', ']').Split(',')[0]))
            .Where(d => d.Name.StartsWith("Microsoft.NETCore.App.Runtime.", StringComparison.OrdinalIgnoreCase) && d.Name.EndsWith(rid, StringComparison.OrdinalIgnoreCase));
        return [.. packages.Concat(runtimes).Select(p => Read(p.Name, p.Version, folders)).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static Component Read(string name, string version, string[] folders)
    {
        var below = Path.Combine(name.ToLowerInvariant(), version.ToLowerInvariant());
        var folder = folders.Select(f => Path.Combine(f, below)).FirstOrDefault(Directory.Exists) ?? throw new InvalidDataException($"package {name} {version} is not restored");
        var metadata = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single()).Root!.Elements().First(e => e.Name.LocalName == "metadata");
        string Told(string key) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == key)?.Value.Trim() ?? "";
        var license = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license" && (string?)e.Attribute("type") == "expression")?.Value
            ?? throw new InvalidDataException($"package {name} {version} does not tell its licence as an expression: look it up and say it here");
        var copyright = Told("copyright") is { Length: > 0 } told ? told : Told("authors");
        string[] kinds = ["licen", "notice"];
        var texts = Directory.EnumerateFiles(folder).Where(f => kinds.Any(k => Path.GetFileName(f).Contains(k, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal);
        return new Component(name, version, license, copyright, Told("projectUrl"), [.. texts]);
    }
}
