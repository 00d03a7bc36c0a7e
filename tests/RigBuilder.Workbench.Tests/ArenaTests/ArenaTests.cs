using RigBuilder.Validation.Child;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Workbench.Effects;

namespace RigBuilder.Workbench.Tests.ArenaTests;

/// <summary>The arena by keys, with a validation that is told message by message.</summary>
public sealed class ArenaTests
{
    private static readonly Size Large = new(140, 40);

    private static ArenaScreen Arena(Stage stage) => stage.State.Get<ArenaScreen>();

    [Test]
    public void Arena_Entered_LooksAtThisMachineOnce()
    {
        var stage = Stage.On(FixtureWorld.Twin).Press("5 j k 2 5");
        Assert.That(stage.Effects.Done.OfType<Effect.LookAtMachine>().Count(), Is.EqualTo(1));
        stage.Expect("Looking at this machine").Tell(new Message.MachineFound(FixtureBout.Machine)).Expect("Ryzen 7 7700");
    }

    [Test]
    public void Machine_UnlikeTheRig_IsToldPartByPart() =>
        Stage.On(FixtureWorld.Twin, Large).InArena().Expect("This is not your rig Twin 3090", "GPU   ! none found", "rig: 2× RTX 3090", "CPU   = Ryzen 7 7700", "Board ? B650M K", "no entry of this");

    [Test]
    public void Machine_LikeTheRig_IsToldToBeIt()
    {
        var rig = FixtureWorld.Twin.With(PartKind.Gpu);
        Stage.On(rig, Large).InArena().Expect("This is your rig Twin 3090");
    }

    [Test]
    public void Enter_OnTheQuest_StartsItOnTheRigAsItIs()
    {
        var stage = Stage.On(FixtureWorld.Twin).InArena().Press("Enter");
        Assert.That(stage.Effect<Effect.StartValidation>(), Is.EqualTo(new Effect.StartValidation(1, Opponent.Quest, stage.State.Build)));
        stage.Press("Enter").Expect("A validation is running");
        Assert.That(stage.Effects.Done.OfType<Effect.StartValidation>().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Enter_OnTheSparringPartner_NeedsNoQuest()
    {
        var stage = Stage.Empty.InArena().Press("Enter");
        Assert.That(stage.Effect<Effect.StartValidation>().Opponent, Is.EqualTo(Opponent.Sparring));
    }

    [Test]
    public void Enter_OnAQuestWithoutAModel_IsRefusedInWholeWords()
    {
        var stage = Stage.Empty.InArena().Press("k Enter").Expect("The quest has no model yet: 1 chooses one. Or take the sparring partner.", "no model yet ");
        Assert.That(stage.Effects.Done.OfType<Effect.StartValidation>(), Is.Empty);
    }

    [Test]
    public void Invitation_IsShownInWholeWords([Values(80, 100, 118, 140)] int width, [Values] bool calm)
    {
        var stage = new Stage(ScreenState.Start(FixtureWorld.World, calm: calm), new Size(width, width < 118 ? 24 : 36)).InArena();
        var panel = stage.Frame.Panels.Single(p => p.Id == PanelId.ArenaBout);
        Assert.That(stage.Screen, Does.Contain("stops within a second."));
        Assert.That(((PanelContent.Document)panel.Content).Blocks.Sum(b => b.Rows), Is.LessThanOrEqualTo(panel.Area.Inner.Height));
    }

    [Test]
    public void Hints_WhileItRuns_OfferWhatCanBeDone()
    {
        var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Press("Enter");
        Assert.That(stage.Frame.Hints.Select(h => h.Name), Does.Contain("stop").And.Not.Contain("fight").And.Not.Contain("report"));
        stage.Tell(FixtureBout.Llama7.Again().End(InferenceEnding.Cancelled));
        Assert.That(stage.Frame.Hints.Select(h => h.Name).Take(2), Is.EqualTo(new[] { "fight", "report" }));
    }

    [Test]
    public void AllMissed_IsADrawWhateverTheLowerBoundSays()
    {
        foreach (var stage in new[] { DisturbedAt(9.5), DisturbedAt(1) })
        {
            stage.Expect("A draw", "a draw, all missed", "unimpressed", "generation ≥ ").ExpectNot("Victory", "stands", "generation 0 %", "generation 100 %");
            var figure = Domain.Units.QuantityText.Number(Arena(stage).Bout!.Row(SpeedTestKind.Generation)!.Measured!.Value, 1);
            Assert.That(stage.Screen.Split($"≥ {figure} tok/s").Length - 1, Is.GreaterThanOrEqualTo(3), "stages, speeds and result say the same");
        }
    }

    [Test]
    public void TimeLeft_FollowsWhatWasMeasured()
    {
        var story = FixtureBout.Llama7.Again();
        var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Press("Enter");
        foreach (var message in story.UpToTheTests()) stage.Tell(message);
        var before = Arena(stage).Bout!.Remaining!.Value.Seconds;
        stage.Tell(story.WarmUp(SpeedTest.Prompt)).Expect("s left");
        for (var i = 0; i < 5; i++) stage.Tell(story.Repetition(SpeedTest.Prompt, 380));
        stage.Tell(story.WarmUp(SpeedTest.Generation)).Tell(story.Begin(SpeedTest.Generation));
        var between = Arena(stage).Bout!.Remaining!.Value.Seconds;
        stage.Tell(story.Repetition(SpeedTest.Generation, 3));
        var slow = Arena(stage).Bout!.Remaining!.Value.Seconds;
        Assert.That(between, Is.LessThan(before));
        Assert.That(slow, Is.EqualTo(128 / 3.0).Within(3), "at this speed two repetitions are made, and one is left");
    }

    private static Stage DisturbedAt(double speed)
    {
        var story = FixtureBout.Llama7.Again();
        var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Press("Enter");
        foreach (var message in story.UpToTheTests().Append(story.Begin(SpeedTest.Prompt))) stage.Tell(message);
        for (var i = 0; i < 5; i++) stage.Tell(story.Repetition(SpeedTest.Prompt, 380));
        stage.Tell(story.Begin(SpeedTest.Generation)).Tell(story.Miss(SpeedTest.Generation, speed)).Tell(story.Comparing());
        return stage.Tell(story.End(InferenceEnding.Completed));
    }

    [Test]
    public void Escape_WhileItRuns_StopsWithoutAsking()
    {
        var stage = Stage.On(FixtureWorld.Twin).InArena().Press("Enter").Tell(FixtureBout.Llama7.Again().Begin()).Press("Esc").Expect("Stopping");
        Assert.That((stage.Effects.Done.OfType<Effect.CancelValidation>().Count(), stage.State.Active, stage.State.Overlay), Is.EqualTo((1, ScreenKind.Arena, (Overlay?)null)));
        stage.Press("Enter").Expect("just being stopped");
        stage.Tell(FixtureBout.Llama7.Again().End(InferenceEnding.Cancelled)).Expect("You left the ring");
        Assert.That(stage.Press("Esc").State.Active, Is.EqualTo(ScreenKind.Bench));
    }

    [Test]
    public void Escape_WhileNothingRuns_Leaves() =>
        Assert.That(Stage.On(FixtureWorld.Twin).InArena().Press("Esc").State.Active, Is.EqualTo(ScreenKind.Bench));

    [Test]
    public void Messages_OfAnEarlierBout_AreIgnored()
    {
        var bout = FixtureBout.Llama7.Again();
        var stage = Stage.On(FixtureWorld.Twin).InArena().Press("Enter").Tell(bout.End(InferenceEnding.Cancelled)).Press("Enter");
        var before = Arena(stage).Bout;
        stage.Tell(bout.Begin()).Tell(new Message.BoutTicked(1, Domain.Units.Duration.FromSeconds(99))).Tell(bout.End(InferenceEnding.Cancelled));
        Assert.That(Arena(stage).Bout, Is.SameAs(before));
    }

    [Test]
    public void Bout_SeenFromElsewhere_GoesOnAndTellsItsEnd()
    {
        var bout = FixtureBout.Llama7.Again();
        var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Press("Enter 2");
        foreach (var message in bout.Whole(380, 13)) stage.Tell(message);
        stage.Expect("arena").Tell(bout.End(InferenceEnding.Completed)).Expect("Arena: ★ Victory! As fast as predicted. Press 5.");
        stage.Press("5").Expect("Victory!");
    }

    [Test]
    public void Progress_DoesNotSweepAMessageAway()
    {
        var bout = FixtureBout.Llama7.Again();
        Stage.On(FixtureWorld.Twin).InArena().Press("Enter").Tell(bout.Begin()).Press("p").Expect("Pinned").Tell(bout.Writing(0.5)).Expect("Pinned", "50 %");
    }

    [Test]
    public void Verdicts_EachHaveTheirWords()
    {
        foreach (var (prompt, generation, words) in new[] { (380.0, 13.0, "Victory!"), (900, 40, "Triumph!"), (380, 5, "The boss stands"), (50, 13, "The boss stands") })
        {
            var bout = FixtureBout.Llama7.Again();
            var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Press("Enter");
            foreach (var message in bout.Whole(prompt, generation)) stage.Tell(message);
            stage.Tell(bout.End(InferenceEnding.Completed)).Expect(words);
        }
    }

    [Test]
    public void Refusal_SaysWhatToDo() =>
        Scenes.All["arena-refused"](new Size(80, 24)).Expect("There was no fight", "RB5010", "libgomp1");

    [Test]
    public void ShrunkModel_IsToldWhileItRuns() => Scenes.All["arena-running"](Large).Expect("not enough memory for 4096 tokens of context: 2048 are used");

    [Test]
    public void Result_LongerThanItsPanel_ScrollsToItsEndAndNoFurther()
    {
        var stage = Scenes.All["arena-lost"](new Size(80, 24)).ExpectNot("validate show");
        stage.Press("End").Expect("validate show");
        Assert.That(Arena(stage).ScoreTop, Is.EqualTo(Arena(stage.Press("j j j")).ScoreTop));
        stage.Press("Home").Expect("Slower than predicted");
    }

    [Test]
    public void Report_InFull_OpensWithI() => Scenes.All["arena-lost"](new Size(80, 24)).Press("i").Expect("Validation report", "processor: AMD Ryzen 7 7700");

    [Test]
    public void CalmMode_ShowsNoGame()
    {
        var bout = FixtureBout.Llama7.Again();
        var stage = new Stage(ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin, calm: true), Large).InArena().ExpectNot("boss", "blow", "fight", "bout", "sparring").Press("Enter");
        foreach (var message in bout.Whole(380, 5)) stage.Tell(message).ExpectNot("Boss", "Blow", "Guard", "Heart", "fight");
        stage.Tell(bout.End(InferenceEnding.Completed)).Expect("✗ Slower than predicted").ExpectNot("boss", "Boss", "fight");
    }

    [Test]
    public void Click_OnAnOpponent_ChoosesIt()
    {
        var stage = Stage.On(FixtureWorld.Twin).InArena().Click(PanelId.ArenaFoes, 1);
        Assert.That(Arena(stage).Picked, Is.EqualTo(Opponent.Sparring));
        Assert.That(stage.Click(PanelId.ArenaFoes, 1).Effects.Done.OfType<Effect.StartValidation>().Single().Opponent, Is.EqualTo(Opponent.Sparring));
    }

    [TestCase(40)]
    [TestCase(60)]
    [TestCase(75)]
    public void NarrowTerminal_StillNamesTheShownScreen(int width) =>
        Stage.On(FixtureWorld.Twin, new Size(width, 20)).Press("5").Expect("5 Arena").Press("2").Expect("2 Workbench");

    [Test]
    public void ExpectedTimes_StandWhereResultsWillBe()
    {
        var bout = FixtureBout.Llama7.Again();
        var stage = Stage.On(FixtureWorld.Twin, Large).InArena().Press("Enter");
        foreach (var message in bout.UpToTheTests()) stage.Tell(message);
        stage.Expect("≈ 8 s", "≈ 20 s", "≈ 29 s of tests");
    }

    [Test]
    public void SmallTerminal_ShowsTheBoutWhileItRuns() =>
        Stage.On(FixtureWorld.Twin, new Size(50, 14)).InArena().Expect("Opponent").Press("Enter").Tell(FixtureBout.Llama7.Again().Begin()).Expect("Guard", "Heart", "Checking memory");
}
