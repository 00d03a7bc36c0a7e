namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RigBuilder.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("RigBuilder.sln is in no folder above the tests");
    }
}
