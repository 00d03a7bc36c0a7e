namespace RigBuilder.Yaml.Tests;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "RigBuilder.sln"))) return folder;
        throw new InvalidOperationException("RigBuilder.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
