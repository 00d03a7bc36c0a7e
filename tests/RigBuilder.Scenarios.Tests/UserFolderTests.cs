using System.Diagnostics;
using RigBuilder.Cli;

namespace RigBuilder.Scenarios.Tests;

/// <summary>Where the program keeps what belongs to its user.</summary>
public sealed class UserFolderTests
{
    [Test]
    public async Task Folders_OfAUserWithAnEmptyHome_LieInIt()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("on Windows the profile does not come from the environment");
        using var home = new ScratchFolder();
        var start = new ProcessStartInfo(ProgramUnderTest.Path, ["about"]) { RedirectStandardOutput = true };
        foreach (var name in (string[])["XDG_CONFIG_HOME", "XDG_DATA_HOME", "RIGBUILDER_CONFIG", "RIGBUILDER_DATA_HOME"]) start.Environment.Remove(name);
        start.Environment["HOME"] = home.Path;
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(text, Does.Match($"configuration +{home.Path}/.*rigbuilder\n").And.Match($"saved rigs +{home.Path}/.*rigbuilder\n"));
    }

    [TestCase("/set/by/xdg", "/set/by/xdg/rigbuilder")]
    public void DataFolder_SetByXdg_IsThere(string xdg, string expected) =>
        Assert.That(Environment(("XDG_DATA_HOME", xdg)).DataFolder, Is.EqualTo(expected.Replace('/', Path.DirectorySeparatorChar)).Or.EqualTo(expected));

    [TestCase("")]
    [TestCase("relative/folder")]
    public void DataFolder_OfUselessXdg_IgnoresIt(string xdg) =>
        Assert.That(Environment(("XDG_DATA_HOME", xdg)).DataFolder, Is.EqualTo(Environment().DataFolder));

    [Test]
    public void DataFolder_GivenRelative_IsBelowTheWorkingFolder() =>
        Assert.That(Environment(("RIGBUILDER_DATA_HOME", "mine")).DataFolder, Is.EqualTo(Path.Combine(System.Environment.CurrentDirectory, "mine")));

    private static CliEnvironment Environment(params (string Name, string Value)[] variables) => new()
    {
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        In = TextReader.Null,
        Variable = name => variables.Where(v => v.Name == name).Select(v => v.Value).FirstOrDefault(),
        WorkingFolder = System.Environment.CurrentDirectory,
        ProgramFolder = AppContext.BaseDirectory,
        HasTerminal = false,
    };
}
