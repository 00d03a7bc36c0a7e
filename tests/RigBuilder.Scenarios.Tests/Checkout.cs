namespace RigBuilder.Scenarios.Tests;

/// <summary>The checked-out repository that the tests run in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RigBuilder.sln"))) return folder.FullName;
        throw new InvalidOperationException("no RigBuilder.sln above the tests");
    }
}
