using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Composition.Screen;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Messages;

namespace RigBuilder.Scenarios.Tests;

/// <summary>The codex on the shipped data.</summary>
public sealed class CodexTests
{
    [Test]
    public void Rule_Studied_IsExplainedOnTheRigAndItsTestsHold()
    {
        var rig = Build.Empty.With(PartKind.Gpu, new Selection("rtx-3090", 2)).With(PartKind.Psu, new Selection("corsair-rm650x-2021"));
        var heard = Ask(new Effect.StudyRule("psu-carries-load", rig));
        var study = ((Message.RuleStudied)heard).Result;
        Assert.That(study.Explanation, Does.Contain("fires").And.Contain("650 W").And.Contain("plan.watts_rated <= psu.watts"));
        Assert.That(study.Tests, Has.Length.GreaterThanOrEqualTo(3).And.All.Property("Failure").Null);
        Assert.That(study.Tests[0].Expectation, Does.StartWith("fires on 2× rtx-3090"));
        Assert.That(study.Location?.File, Does.EndWith("psu-carries-load.yaml"));
    }

    [Test]
    public void Rule_GoneFromTheFiles_IsToldToBeGone() =>
        Assert.That(Ask(new Effect.StudyRule("no-such-rule", Build.Empty)), Is.TypeOf<Message.Inform>());

    [Test]
    public void Entries_OfRulesAndParts_SayEverything()
    {
        var entries = CodexEntries.Of(ShippedWorld.Loaded).ToDictionary(e => e.Id + e.Group.ToLowerInvariant(), e => string.Join('\n', e.Paragraphs));
        Assert.That(entries["psu-carries-loadrules"], Does.Contain("requires plan.watts_rated <= psu.watts").And.Contain("Says: The parts draw")
            .And.Contain("on its threshold, silent on rtx-3090 + corsair-rm650x-2021 with plan.watts_rated = 650 W, psu.watts = 650 W"));
        Assert.That(entries["rtx-3090gpus"], Does.Contain("Bandwidth: 936"));
        Assert.That(entries.Values, Has.None.Empty);
    }

    private static Message Ask(Effect effect)
    {
        var heard = new TaskCompletionSource<Message>();
        new RuleEffects(() => ShippedWorld.Loaded).Run(effect, heard.SetResult);
        return heard.Task.WaitAsync(TimeSpan.FromSeconds(60)).GetAwaiter().GetResult();
    }
}
