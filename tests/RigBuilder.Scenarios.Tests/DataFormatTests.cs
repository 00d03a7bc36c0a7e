namespace RigBuilder.Scenarios.Tests;

/// <summary>A data folder that is newer than the program says so before anything else.</summary>
public sealed class DataFormatTests
{
    private const string Rig = "examples/llama-65b-two-rtx-3090.rig.yaml";

    [TestCase("2", "the data are of format 2, and this program reads up to 1")]
    [TestCase("soon\n", "'soon' is no format of a data folder")]
    [TestCase("0", "'0' is no format of a data folder")]
    [TestCase("", "'' is no format of a data folder")]
    public void Format_NotReadable_IsTheFirstError_Exits2(string text, string expected)
    {
        using var data = new ScratchFolder();
        Copy("catalog", data.Path);
        Copy("rules", data.Path);
        var path = data.Write("catalog/format.txt", text);
        data.Write("catalog/zz-newer.yaml", "something_newer: true\n");
        var run = CliRun.Of("check", Path.Combine(Checkout.Root, Rig), "--data", data.Path);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.StartWith($"{path}:1: error RB7020: {expected}"));
    }

    [Test]
    public void Format_Missing_IsTheFirst()
    {
        using var data = new ScratchFolder();
        Copy("catalog", data.Path);
        Copy("rules", data.Path);
        File.Delete(Path.Combine(data.Path, "catalog", "format.txt"));
        var run = CliRun.Of("check", Path.Combine(Checkout.Root, Rig), "--data", data.Path);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
    }

    private static void Copy(string folder, string to)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Checkout.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
