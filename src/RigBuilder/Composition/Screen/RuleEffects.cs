using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Explaining;
using RigBuilder.Rules.Testing;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Explains a rule on the rig and runs its tests, off the screen's thread, on the files as they are now.</summary>
internal sealed class RuleEffects(Func<LoadedWorld> load) : IEffectRunner
{
    public void Run(Effect effect, Action<Message> dispatch)
    {
        if (effect is Effect.StudyRule study) _ = Task.Run(() => dispatch(Study(study)));
    }

    private Message Study(Effect.StudyRule study)
    {
        var world = load();
        if (world.Rules.Find(study.RuleId) is not { } rule) return new Message.Inform($"There is no rule '{study.RuleId}' in the files any more.", Workbench.Frames.Role.Warning);
        var (rig, quest) = (world.Catalog.Resolve(study.Build), world.Catalog.Resolve(study.Build.Quest));
        var explanation = new RuleExplainer(world.Rules).Explain(rule, new Situation(rig, quest, world.Forecaster.Predict(rig, quest)));
        var tests = new RuleTestRunner(world.Catalog, world.Forecaster).Run(world.Rules, rule);
        return new Message.RuleStudied(new RuleStudy(
            rule.Id, ExplanationText.Render(explanation), [.. tests.Select(t => new TestedRule(CodexEntries.Expectation(t.Test), t.Failure))], rule.Location));
    }
}
