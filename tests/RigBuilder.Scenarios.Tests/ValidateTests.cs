using System.Text.Json.Nodes;

namespace RigBuilder.Scenarios.Tests;

/// <summary>What "validate" answers without running anything.</summary>
public sealed class ValidateTests
{
    private ScratchFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new ScratchFolder();

    [TearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void List_AsJson_IsAnArray()
    {
        var run = CliRun.In(_folder.Path, "", "validate", "list", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(JsonNode.Parse(run.Out)!.AsArray(), Is.Empty);
    }

    [Test]
    public void UnknownOption_OfASubcommand_NamesItsWholePath()
    {
        var run = CliRun.In(_folder.Path, "", "validate", "list", "--jason");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("'rigbuilder validate list --help'"));
    }

    [Test]
    public void Output_IntoAFolderThatIsNotThere_IsRefusedBeforehand()
    {
        var run = CliRun.In(_folder.Path, "", "validate", "--model", "llama-2-7b", "--output", "nowhere/report.md");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.ToString());
        Assert.That(run.Error, Does.Contain("RB5203").And.Contain("there is no folder"));
    }
}
