using RigBuilder.Cli.Composition;

namespace RigBuilder.Scenarios.Tests;

/// <summary>"about" and README say the same of the packages as the central versions.</summary>
public sealed class AboutTests
{
    [Test]
    public void About_NamesEveryPackageWithVersionAndWhetherItIsIn()
    {
        var about = CliRun.Of("about").Out;
        Assert.That(Package.All, Has.Length.EqualTo(9));
        foreach (var package in Package.All)
            Assert.That(about, Does.Match($@"\n  {package.Name.Replace(".", @"\.", StringComparison.Ordinal)} +{package.Version} +{(package.IsIn ? "in" : "out")} "));
        Assert.That(about.Contains("./rig extras", StringComparison.Ordinal), Is.EqualTo(Package.All.Any(p => p is { IsExtra: true, IsIn: false })));
    }

    [Test]
    public void About_BeginsWithTheVersionAndHowItWasCompiled()
    {
        var wanted = ProgramUnderTest.Named is null ? @"compiled while it runs \(JIT\)" : "(native|ReadyToRun)";
        Assert.That(CliRun.Of("about").Out, Does.Match($@"\ARigBuilder \d+\.\d+\.\d+, {wanted}\n"));
    }

    [Test]
    public void Readme_HasTheSameTable()
    {
        var path = Path.Combine(Checkout.Root, "README.md");
        var text = File.ReadAllText(path);
        const string Head = "| package | version | for | comes |\n|---|---|---|---|\n";
        var from = text.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        var until = text.IndexOf("\n\n", from, StringComparison.Ordinal) + 1;
        var table = string.Concat(Package.All.Select(p => $"| {p.Name} | {p.Version} | {p.Use} | {p.Comes} |\n"));
        if (Environment.GetEnvironmentVariable("RIGBUILDER_ACCEPT") == "1") File.WriteAllText(path, text[..from] + table + text[until..]);
        Assert.That(File.ReadAllText(path), Does.Contain(Head + table), "README's table of packages is not current; RIGBUILDER_ACCEPT=1 writes it");
    }
}
