using System.Text.Json.Nodes;
using RigBuilder.Advice;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Scenarios.Tests;

/// <summary>Which change of a rig is worth its money, on the shipped catalog and rules.</summary>
public sealed class UpgradeTests
{
    private static Build Modest(string model = "llama-3.3-70b", double? wished = null) => Build.Empty
        .With(PartKind.Gpu, new Selection("rtx-4060-ti-16gb")).With(PartKind.Cpu, new Selection("ryzen-5-7600")).With(PartKind.Motherboard, new Selection("msi-mag-b650-tomahawk"))
        .With(PartKind.Memory, new Selection("g.skill-flare-x5-ddr5-2x32-6000")).With(PartKind.Psu, new Selection("corsair-rm750e-2023"))
        .With(PartKind.Case, new Selection("nzxt-h7-flow")).With(PartKind.Cooler, new Selection("thermalright-peerless-assassin-120-se")) with
    {
        Quest = new QuestSpec { ModelId = model, QuantId = "q4_k_m", Settings = new Quest { Context = 8192, TargetSpeed = wished is { } speed ? TokensPerSecond.FromValue(speed) : null } },
    };

    private static UpgradeSearch Search(Build build) => new(ShippedWorld.Loaded.Appraiser(), build);

    [Test]
    public void Upgrades_BringNoErrorThatWasNotThere_StayInTheBudget_AndNoneIsBeatenByACheaperOne()
    {
        var search = Search(Modest());
        var before = search.Before.Verdict.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.RuleId).ToHashSet();
        var upgrades = search.Within(2000, used: true);
        Assert.That(upgrades, Has.Length.GreaterThan(2));
        var judged = ShippedWorld.Loaded.Appraiser().Appraise([.. upgrades.Select(u => u.After.Build)]);
        for (var i = 0; i < upgrades.Length; i++)
        {
            Assert.That(judged[i].Verdict.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.RuleId).Except(before), Is.Empty);
            Assert.That(upgrades[i].Net, Is.LessThanOrEqualTo(2000));
            Assert.That(upgrades[i].After.Forecast.Decode!.Value.Value, Is.EqualTo(judged[i].Forecast.Decode!.Value.Value).Within(1e-9));
            if (i > 0) Assert.That(upgrades[i].Gain, Is.GreaterThan(upgrades[i - 1].Gain));
        }
    }

    [Test]
    public void MoreMoney_IsNeverWorse_AndTheSameQuestionHasTheSameAnswer()
    {
        double Best(decimal budget) => Search(Modest()).Within(budget, used: true).Select(u => u.Gain).DefaultIfEmpty(0).Max();
        var best = new[] { Best(200), Best(600), Best(1500), Best(4000) };
        Assert.That(best, Is.Ordered);
        Assert.That(best[3], Is.GreaterThan(best[0]));
        Assert.That(Best(1500), Is.EqualTo(best[2]));
    }

    [Test]
    public void Supply_ThatIsTooSmallForTheChange_IsBoughtWithIt()
    {
        var two = Search(Modest()).Within(2500, used: true).Where(u => u.Bought.Count(p => p.Kind == PartKind.Gpu) == 2).ToArray();
        Assert.That(two, Is.Not.Empty);
        Assert.That(two[^1].Bought.Any(p => p.Kind == PartKind.Psu));
        Assert.That(two[^1].Given.Any(p => p.Kind == PartKind.Psu));
    }

    [Test]
    public void SpeedBeyondTheWish_CountsNothing()
    {
        var upgrades = Search(Modest(wished: 12)).Within(null, used: true);
        var before = Search(Modest()).Before.Forecast.Decode!.Value.Value;
        Assert.That(upgrades[^1].Gain, Is.EqualTo(12 - before).Within(1e-9));
        Assert.That(Search(Modest("llama-3.2-1b", 5)).Within(null, used: true), Is.Empty, "reached already");
    }

    [Test]
    public void NothingUsed_MeansNothingUsed() =>
        Assert.That(Search(Modest()).Within(3000, used: false).SelectMany(u => u.Bought).Select(p => p.Price!.Condition), Has.All.EqualTo(PartCondition.New));

    [Test]
    public void Command_TellsCostSpeedAndWhatIsLeftOver()
    {
        var run = CliRun.In(Checkout.Root, "", "upgrade", Path.Combine("examples", "qwen3-30b-modest.rig.yaml"), "--model", "llama-3.3-70b", "--quant", "q4_k_m", "--budget", "$1,500");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain("tok/s per 100 USD").And.Contain("buy ").And.Contain("sold used for about").And.Contain("changes predicted"));
        var json = JsonNode.Parse(CliRun.In(Checkout.Root, "", "upgrade", Path.Combine("examples", "qwen3-30b-modest.rig.yaml"), "--model", "llama-3.3-70b", "--quant", "q4_k_m", "--json").Out)!;
        Assert.That((string?)json["upgrades"]![0]!["rig"], Does.Contain("parts:"), "a rig file to go on with");
    }

    [TestCase("--budget", "much", "no amount of dollars")]
    [TestCase("--budget", "-5", "no amount of dollars")]
    [TestCase("--model", "no-such-model", "no-such-model")]
    public void WhatCannotBeAnswered_IsToldWithExitCode2(string option, string value, string told)
    {
        var run = CliRun.In(Checkout.Root, "", "upgrade", Path.Combine("examples", "qwen3-30b-modest.rig.yaml"), option, value);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Out);
        Assert.That(run.Error, Does.Contain(told));
    }
}
