using RigBuilder.Domain.Units;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Protocol;

public sealed class ShrinkingTests
{
    [Test]
    public void Quest_ThatFits_IsLeftAlone()
    {
        var quest = Shapes.Quest();
        var (kept, notes) = Shrinking.ToFit(quest, _ => true)!.Value;
        Assert.That(kept, Is.SameAs(quest));
        Assert.That(notes, Is.Empty);
    }

    [Test]
    public void Context_IsHalvedBeforeLayersGo()
    {
        var (kept, notes) = Shrinking.ToFit(Shapes.Quest(context: 8192), q => q.Context <= 2048)!.Value;
        Assert.That((kept.Context, kept.Model!.Shape.Layers), Is.EqualTo((2048, 16)));
        Assert.That(notes.Single(), Does.Contain("8192").And.Contain("2048"));
    }

    [Test]
    public void Layers_AreHalvedUntilItFits()
    {
        var (kept, _) = Shrinking.ToFit(Shapes.Quest(), q => q.Model!.Shape.Layers <= 4)!.Value;
        Assert.That(kept.Model!.Shape.Layers, Is.EqualTo(4));
        Assert.That(new SyntheticModel(kept.Model, kept.Quant!).Obstacle(), Is.Null, "the shrunken model can be synthesised");
    }

    [Test]
    public void Quest_ThatNeverFits_IsNone() => Assert.That(Shrinking.ToFit(Shapes.Quest(), _ => false), Is.Null);

    [Test]
    public void Layers_OfAMixtureOfExperts_KeepTheirShape()
    {
        var model = Shapes.Llama(architecture: "glm4moe") with { };
        model = model with { Shape = model.Shape with { Experts = new Domain.Models.ExpertShape(8, 2, 256, 256, 3) } };
        var small = Shrinking.WithLayers(model, 2);
        Assert.That(small.Shape.Experts!.DenseFirstLayers, Is.EqualTo(1), "at least one layer keeps experts");
        Assert.That(small.Parameters, Is.LessThan(Shrinking.WithLayers(model, 8).Parameters));
    }

    [Test]
    public void DefaultQuest_OnAFastMachine_TakesTheLargestQuickModel()
    {
        var models = new[] { Shapes.Llama(layers: 4) with { Id = "a" }, Shapes.Llama(layers: 8) with { Id = "b" }, Shapes.Llama(layers: 8, architecture: "mamba") with { Id = "c", Parameters = 1e12 } };
        var chosen = DefaultQuest.Choose(models, Shapes.Q4_0, new FakeForecaster(), Domain.Rigs.Rig.Empty, Bytes.FromGiB(64));
        Assert.That(chosen.Model!.Id, Is.EqualTo("b"));
    }

    [TestCase(10, 1, 64)]
    [TestCase(500, 50, 0.5)]
    public void DefaultQuest_OnASlowOrSmallMachine_IsTheToy(double prompt, double decode, double gib)
    {
        var chosen = DefaultQuest.Choose([Shapes.Llama()], Shapes.Q4_0, new FakeForecaster(prompt, decode), Domain.Rigs.Rig.Empty, Bytes.FromGiB(gib));
        Assert.That(chosen.Model, Is.SameAs(DefaultQuest.Toy));
        Assert.That(new SyntheticModel(chosen.Model!, chosen.Quant!).Obstacle(), Is.Null);
    }

    [TestCase(500, 50, 2.5, "run-before", TestName = "DefaultQuest_AModelRunBefore_IsTakenAgain")]
    [TestCase(150, 25, 2.5, "run-before", TestName = "DefaultQuest_AModelRunBeforeThatNowSeemsTooSlow_IsTakenAgain")]
    [TestCase(60, 10, 2.5, "toy-162m", TestName = "DefaultQuest_AModelRunBeforeThatIsFarTooSlow_IsNot")]
    [TestCase(500, 50, 1.4, "largest", TestName = "DefaultQuest_AModelRunBeforeThatIsFarTooSmall_IsNot")]
    public void DefaultQuest_WithHistory(double prompt, double decode, double billions, string expected)
    {
        var models = new[] { Shapes.Llama() with { Id = "run-before", Parameters = billions * 1e9 }, Shapes.Llama() with { Id = "largest", Parameters = 3e9 } };
        var chosen = DefaultQuest.Choose(models, Shapes.Q4_0, new FakeForecaster(prompt, decode), Domain.Rigs.Rig.Empty, Bytes.FromGiB(64), null, ["gone", "run-before", "largest"]);
        Assert.That(chosen.Model!.Id, Is.EqualTo(expected));
    }
}
