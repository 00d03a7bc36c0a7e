using System.Text.RegularExpressions;

namespace RigBuilder.Architecture.Tests;

/// <summary>Effects stay at the edge: clocks, consoles, processes and sleeps only where they belong.</summary>
public sealed class PurityTests
{
    private static readonly string[] EdgeProjects = ["RigBuilder", "RigBuilder.Tui"];

    private static readonly (string Pattern, string Why)[] BannedOutsideTheEdge =
    [
        (@"\bConsole\.", "only hosts and the executable talk to the console"),
        (@"\bDateTime(Offset)?\.(Utc)?Now\b", "inject a TimeProvider"),
        (@"\bRandom\.Shared\b", "inject a seeded Random"),
        (@"\bThread\.Sleep\b", "wait for events instead"),
        (@"\bEnvironment\.Exit\b", "return an exit code"),
        (@"\.AsParallel\(", "use Parallel.For: the native compiler takes ten minutes more for PLINQ"),
    ];

    private static readonly string[] PureProjects =
        ["RigBuilder.Domain", "RigBuilder.Prediction", "RigBuilder.Rules", "RigBuilder.Advice", "RigBuilder.Workbench"];

    private static readonly (string Pattern, string Why)[] BannedInTheCore =
    [
        (@"\b(File|Directory)\.\w+\(", "the core does not touch files"),
        (@"\bProcess\.Start\b", "the core starts no processes"),
        (@"\bHttpClient\b|\bnew Socket\b|\bTcpListener\b|\bSystem\.Net\b", "no network"),
        (@"\bEnvironment\.GetEnvironmentVariable\b", "pass settings in"),
    ];

    [Test]
    public void Sources_OutsideTheEdge_UseNoAmbientEffects() =>
        Assert.That(Offenders(Repository.Sources("src").Where(f => !EdgeProjects.Contains(ProjectOf(f))), BannedOutsideTheEdge), Is.Empty);

    [Test]
    public void Sources_OfTheCore_AreWithoutEffects() =>
        Assert.That(Offenders(Repository.Sources("src").Where(f => PureProjects.Contains(ProjectOf(f))), BannedInTheCore), Is.Empty);

    [Test]
    public void Sources_OfTheCore_HoldNoPublicSetters() =>
        Assert.That(Offenders(
            Repository.Sources("src").Where(f => ProjectOf(f) is "RigBuilder.Domain" or "RigBuilder.Prediction" or "RigBuilder.Workbench"),
            [(@"public [^=;(]*\{\s*get;\s*set;", "records are immutable: use init")]), Is.Empty);

    [Test]
    public void Sources_Everywhere_HoldNoMutableStatics() =>
        Assert.That(Offenders(
            Repository.Sources("src"),
            [(@"^\s*(public|private|internal|protected)\s+static\s+(?!readonly|class|partial|extern|unsafe|async|implicit|explicit|event|delegate|record|ref)[\w<>\[\],?. ]+\s_?\w+\s*(=[^>]|;)", "no static mutable state")]), Is.Empty);

    [Test]
    public void Sources_Everywhere_StayUnder300Lines() =>
        Assert.That(Repository.Sources("src").Where(f => File.ReadLines(f).Count() > 300).Select(Repository.Relative), Is.Empty);

    [Test]
    public void YamlLibrary_IsUsedOnlyInItsProject() =>
        Assert.That(Offenders(Repository.Sources("src").Where(f => ProjectOf(f) != "RigBuilder.Yaml"), [(@"\bYamlDotNet\b", "YAML stays in RigBuilder.Yaml")]), Is.Empty);

    private static string ProjectOf(string file) => Repository.Relative(file).Split('/')[1];

    private static List<string> Offenders(IEnumerable<string> files, (string Pattern, string Why)[] banned)
    {
        var rules = banned.Select(b => (Regex: new Regex(b.Pattern, RegexOptions.Compiled), b.Why)).ToArray();
        var offenders = new List<string>();
        foreach (var file in files)
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.TrimStart().StartsWith("//", StringComparison.Ordinal)) continue;
                offenders.AddRange(rules.Where(r => r.Regex.IsMatch(line)).Select(r => $"{Repository.Relative(file)}:{number}: {line.Trim()}  ({r.Why})"));
            }
        }

        return offenders;
    }
}
