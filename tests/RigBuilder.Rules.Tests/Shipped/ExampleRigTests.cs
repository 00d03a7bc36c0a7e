using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Rules.Judging;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Rules.Tests.Shipped;

/// <summary>The rigs in examples/ and what the shipped rules say of them.</summary>
public class ExampleRigTests
{
    private static IEnumerable<string> Names => Directory.GetFiles(Repository.PathOf("examples"), "*.rig.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void Example_AsShipped_IsReadAndHasNoErrorsOrFailures(string name)
    {
        var verdict = Judge(Build(name));
        Assert.Multiple(() =>
        {
            Assert.That(verdict.Failures, Is.Empty);
            Assert.That(verdict.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message), Is.Empty);
        });
        foreach (var f in verdict.Findings) TestContext.Out.WriteLine($"{f.Severity} {f.RuleId} {f.Subject}: {f.Message}");
    }

    [Test]
    public void TwoRtx3090_WithA650WattSupply_IsAnErrorWithNumbersAndACure()
    {
        var build = Build("llama-65b-two-rtx-3090.rig.yaml").With(PartKind.Psu, new Selection("corsair-rm650x-2021"));
        var finding = Judge(build).Findings.Single(f => f.RuleId == "psu-carries-load");
        Assert.Multiple(() =>
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Error));
            Assert.That(finding.Slot, Is.EqualTo(PartKind.Psu));
            Assert.That(finding.Message, Does.Match(@"The parts draw 9\d\d W at their limits; Corsair RM650x \(2021\) gives 650 W\."));
            Assert.That(finding.Cure, Does.Match(@"Take a supply of 1,\d00 W or more"));
        });
    }

    [Test]
    public void CureFilter_OfTheSupplyFinding_FindsSuppliesThatCureIt()
    {
        var build = Build("llama-65b-two-rtx-3090.rig.yaml").With(PartKind.Psu, new Selection("corsair-rm650x-2021"));
        var situation = Situation(build);
        var finding = Judge(build).Findings.Single(f => f.RuleId == "psu-carries-load");
        var filter = CureFilter.For(Repository.Rules, situation, finding)!;
        var cures = Repository.Catalog.Psus.Items.Where(filter.Cures).ToArray();
        Assert.That(cures, Is.Not.Empty);
        Assert.That(cures.All(p => !Judge(build.With(PartKind.Psu, new Selection(p.Id))).Findings.Any(f => f.RuleId == "psu-carries-load")));
        Assert.That(filter.Cures(Repository.Catalog.Gpus.Items[0]), Is.False);
    }

    private static Build Build(string name)
    {
        var read = RigReader.Read(new DiskFiles().Read(Repository.PathOf("examples", name), out _)!, Repository.Catalog);
        Assert.That(read.Diagnostics, Is.Empty);
        return read.Value!;
    }

    private static Situation Situation(Build build)
    {
        var (rig, quest) = (Repository.Catalog.Resolve(build), Repository.Catalog.Resolve(build.Quest));
        return new Situation(rig, quest, Repository.Forecaster.Predict(rig, quest));
    }

    private static Verdict Judge(Build build) => new RuleJudge(Repository.Rules).Judge(Situation(build));
}
