using RigBuilder.Validation.Child;
using RigBuilder.Validation.Storage;

namespace RigBuilder.Workbench.Tests.ArenaTests;

/// <summary>Saved validations in the arena.</summary>
public sealed class EarlierBoutsTests
{
    private static readonly Size Large = new(140, 40);

    private static SavedResult Saved(string name, double generation)
    {
        var bout = FixtureBout.Llama7.Again();
        foreach (var _ in bout.Whole(382, generation))
        {
            // Each message adds to what the end reports.
        }

        return new SavedResult(name, ((Message.BoutEnded)bout.End(InferenceEnding.Completed)).Report);
    }

    [Test]
    public void Results_Saved_AreShownBeforeTheFirstBout() =>
        Stage.On(FixtureWorld.Twin, Large).InArena().ExpectNot("Earlier on this machine")
            .Tell(new Message.ValidationsListed([Saved("b", 13), Saved("a", 9)]))
            .Expect("Earlier on this machine", "2026-11-20 20:00  LLaMA 7B Q4_0", "13.2 tok/s  ✓ as predicted", "9.2 tok/s  ✗ slower");

    [Test]
    public void Results_WithLittleRoom_NameTheModelRatherThanTheDay() =>
        Stage.On(FixtureWorld.Twin, new Size(80, 24)).InArena().Tell(new Message.ValidationsListed([Saved("b", 13), Saved("a", 9)]))
            .Expect("│ LLaMA 7B Q4_0", "13.2 tok/s  ✓ │", "9.2 tok/s  ✗ │").ExpectNot("2026");

    [Test]
    public void Results_TooManyForThePanel_AreCounted() =>
        Stage.On(FixtureWorld.Twin, Large).InArena()
            .Tell(new Message.ValidationsListed([.. Enumerable.Range(0, 12).Select(i => Saved($"n{i}", 13))]))
            .Expect("h lists all 12.");

    [Test]
    public void History_ByKey_ReadsAReportAgain()
    {
        var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Tell(new Message.ValidationsListed([Saved("b", 13), Saved("a", 9)]));
        stage.Press("h").Expect("Which validation?").Type("slower").Press("Enter").Expect("Validation report", "Slower than predicted.");
        Assert.That(stage.Press("Esc").State.Overlay, Is.Null);
    }

    [Test]
    public void History_WithoutResults_SaysSo() =>
        Stage.On(FixtureWorld.Twin, Large).InArena().Press("h").Expect("No validation is saved yet.");

    [Test]
    public void Bout_ThatWasSaved_JoinsTheHistory()
    {
        var bout = FixtureBout.Llama7.Again();
        var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Tell(new Message.ValidationsListed([Saved("a", 9)])).Press("Enter");
        foreach (var message in bout.Whole(382, 13)) stage.Tell(message);
        stage.Tell(bout.End(InferenceEnding.Completed));
        Assert.That(stage.State.Get<ArenaScreen>().Earlier.Select(e => e.Name), Is.EqualTo(new[] { "20261120-200000-llama-7b-q4_0", "a" }));
        stage.Tell(bout.End(InferenceEnding.Completed));
        Assert.That(stage.State.Get<ArenaScreen>().Earlier, Has.Length.EqualTo(2), "an end is heard once");
    }

    [Test]
    public void Bout_ThatWasStopped_DoesNotJoinTheHistory()
    {
        var bout = FixtureBout.Llama7.Again();
        var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Press("Enter").Tell(bout.Begin()).Tell(bout.End(InferenceEnding.Cancelled));
        Assert.That(stage.State.Get<ArenaScreen>().Earlier, Is.Empty);
    }
}
