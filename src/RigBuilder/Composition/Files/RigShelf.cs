using System.Collections.Immutable;

namespace RigBuilder.Cli.Composition.Files;

/// <summary>Where rig files are looked for: the working folder, the user's own, the examples.</summary>
internal sealed class RigShelf(CliEnvironment environment, DataFolders folders)
{
    public const string Extension = ".rig.yaml";

    /// <summary>The user's folder of rigs.</summary>
    public string Home => Path.Combine(environment.DataFolder, "rigs");

    /// <summary>All rig files, nearest folder first.</summary>
    public ImmutableArray<string> All() =>
        [.. ((string[])[environment.WorkingFolder, Home, Path.Combine(folders.Root, "examples")]).SelectMany(In).Distinct(StringComparer.Ordinal)];

    /// <summary>The path to save under for a name a person typed: the extension added, bare names in the working folder.</summary>
    public string PathFor(string typed) =>
        environment.Resolve(typed.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || typed.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) ? typed : typed + Extension);

    private static IEnumerable<string> In(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Extension).Order(StringComparer.Ordinal) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
