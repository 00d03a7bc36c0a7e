namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>
/// Compares text with a file in the source tree. A missing file fails: write it with RIGBUILDER_ACCEPT=1, look at it, commit it.
/// </summary>
public static class Golden
{
    public static void Check(string project, string file, string text)
    {
        var path = Path.Combine(Repository.Root, "tests", project, "Goldens", file);
        if (Environment.GetEnvironmentVariable("RIGBUILDER_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            File.Delete(path + ".actual");
            return;
        }

        if (File.Exists(path) && File.ReadAllText(path) == text) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".actual", text);
        Assert.Fail($"{(File.Exists(path) ? "differs from" : "there is no")} {path}\nseen: {path}.actual\naccept: RIGBUILDER_ACCEPT=1 dotnet test tests/{project}\n\n{text}");
    }
}
