using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Rigs;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Tests.Shipped;

/// <summary>The parts that a rule's "fix" offers do cure its finding.</summary>
public class CureTests
{
    // No one part cures these: a whole platform must change, the quest asks for too much, or the cure is one card instead of two.
    private static readonly string[] BeyondOnePick =
        ["bandwidth-ceiling", "cpu-run-wants-bandwidth", "spilling-wants-fast-pcie", "fine-tuning-fits", "target-speed-reached", "one-big-card-over-two", "second-card-idle"];

    private static IEnumerable<string> Ids => Repository.Rules.Rules.Where(r => r.Fix?.Where is not null && !BeyondOnePick.Contains(r.Id)).Select(r => r.Id);

    [TestCaseSource(nameof(Ids))]
    public void Fix_OnTheRulesOwnFiringRigs_OffersPartsThatCure(string id)
    {
        var rule = Repository.Rules.Find(id)!;
        var judge = new RuleJudge(Repository.Rules);
        foreach (var test in rule.Tests.Where(t => t.ExpectsFiring && t.Given.IsEmpty))
        {
            var finding = Of(judge, rule, test.Build).First();
            var filter = CureFilter.For(Repository.Rules, Situation(test.Build), finding)!;
            var cures = Repository.Catalog.PartsOf(filter.Slot).Where(filter.Cures).ToArray();
            var count = Math.Max(1, test.Build[filter.Slot].Sum(s => s.Count));
            var useless = cures.Where(p => Of(judge, rule, test.Build.With(filter.Slot, new Selection(p.Id, count))).Any(f => f.Subject == finding.Subject)).Select(p => p.Id);
            Assert.That(cures, Is.Not.Empty, filter.Text);
            Assert.That(useless, Is.Empty, filter.Text);
        }
    }

    private static IEnumerable<Finding> Of(RuleJudge judge, Rule rule, Build build) => judge.Judge(Situation(build)).Findings.Where(f => f.RuleId == rule.Id);

    private static Situation Situation(Build build)
    {
        var (rig, quest) = (Repository.Catalog.Resolve(build), Repository.Catalog.Resolve(build.Quest));
        return new Situation(rig, quest, Repository.Forecaster.Predict(rig, quest));
    }
}
