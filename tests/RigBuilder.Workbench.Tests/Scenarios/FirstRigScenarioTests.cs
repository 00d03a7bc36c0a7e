using RigBuilder.Workbench.Effects;

namespace RigBuilder.Workbench.Tests.Scenarios;

/// <summary>What people come for, from the first screen to the saved file, with keys alone.</summary>
public sealed class FirstRigScenarioTests
{
    [Test]
    public void Newcomer_FromNothing_BuildsTwoCardRigAndSavesIt()
    {
        var stage = Stage.Empty
            .Expect("Start here", "press Enter", "choose the model")
            .Press("Enter").Expect("Which model must it run?")
            .Type("65b").Press("Enter").Expect("LLaMA 65B", "Q4_K_M")
            .Press("Down Left").Expect("Q4_0")
            .Press("Down Left").Expect("2,048 tokens")
            .Press("2").Expect("The rules speak up")
            .Equip(PartKind.Gpu, "3090").Press("+").Expect("RTX 3090", "×2")
            .Equip(PartKind.Cpu, "7700").Equip(PartKind.Motherboard, "b650").Equip(PartKind.Memory, "64").Equip(PartKind.Ssd, "990")
            .Equip(PartKind.Psu, "1000x").Equip(PartKind.Case, "torrent").Equip(PartKind.Cooler, "noctua")
            .Expect("all clear", "tok/s");
        Assert.That(stage.State.Appraisal.Verdict.HasErrors, Is.False);

        stage.Press("s").Expect("Save the rig as").Press("Ctrl-U").Type("first").Press("Enter").Expect("Saved to first.yaml");
        Assert.That(stage.Effect<Effect.SaveRig>().Build[PartKind.Gpu], Is.EqualTo(new[] { new Selection("rtx-3090", 2) }));
        Assert.That(stage.State.Unsaved, Is.False);
        Assert.That(stage.Press("q").Finished, Is.True);
    }

    [Test]
    public void WeakSupply_FollowedFromItsFinding_IsCured()
    {
        var stage = Stage.On(FixtureWorld.Twin, new Size(140, 40)).Equip(PartKind.Psu, "650e")
            .Expect("1 error", "The parts draw")
            .Press("Tab Tab").Expect("The parts draw 825 W", "Corsair RM650e gives 650 W", "→ A supply of 1,100 W.")
            .Press("f").Expect("so that: The supply");
        Assert.That(stage.Bench.Listed.Select(c => c.Part.Id), Is.EquivalentTo(new[] { "corsair-rm1000x", "seasonic-prime-1600" }));
        stage.Press("Enter").Expect("all clear");
    }

    [Test]
    public void IncompatiblePart_IsListedWithTheRulesReason()
    {
        Stage.On(FixtureWorld.Twin, new Size(140, 40)).OnSlot(PartKind.Motherboard).Press("Enter End")
            .Expect("✗ ASUS Prime X299", "✗ AMD Ryzen 7 7700 needs AM5; ASUS Prime X299-Deluxe", "LGA2066")
            .Press("c").ExpectNot("X299").Press("c").Expect("X299");
    }

    [Test]
    public void ChosenCandidate_ShowsWhatWouldChangeBeforeItIsTaken()
    {
        var stage = Stage.On(FixtureWorld.Twin, new Size(140, 40)).OnSlot(PartKind.Gpu).Press("Enter / 5 0 9 0 Enter")
            .Expect("Stats if equipped", "▲14.1", "3,083 USD → 7,181 USD");
        Assert.That(stage.State.Build, Is.SameAs(FixtureWorld.Twin));
    }

    [Test]
    public void UnsavedRig_Quit_AsksFirst()
    {
        var stage = Stage.On(FixtureWorld.Twin).OnSlot(PartKind.Ssd).Press("x").Expect("unsaved").Press("q").Expect("unsaved changes");
        Assert.That(stage.Finished, Is.False);
        Assert.That(stage.Press("n").Finished, Is.False);
        Assert.That(stage.Press("q y").Finished, Is.True);
    }

    [Test]
    public void Load_PickedFromList_ReplacesRigAndUndoBringsItBack()
    {
        var effects = new FakeEffects().With("rigs/troubled.yaml", FixtureWorld.Troubled);
        var stage = new Stage(ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin), effects: effects);
        stage.Press("o").Expect("Load a rig", "troubled.yaml").Press("Enter").Expect("Loaded rigs/troubled.yaml", "3 errors");
        stage.Press("u").Expect("all clear");
    }

    [Test]
    public void Export_WritesPartsListWithLaunchLine()
    {
        var stage = Stage.On(FixtureWorld.Twin).Press("e").Expect("Export the parts list").Press("Enter").Expect("Exported to twin-3090.md");
        Assert.That(stage.Effects.Texts["twin-3090.md"], Does.Contain("| Graphics card | NVIDIA GeForce RTX 3090 | 2 | 850 USD | 1,700 USD |")
            .And.Contain("llama-server -m llama-65b-q4_0.gguf").And.Contain("**3,083 USD**"));
    }

    [Test]
    public void Pinned_ComparedWithChange_ShowsBothSides()
    {
        Stage.On(FixtureWorld.Twin, new Size(140, 40)).Press("3").Expect("Nothing is pinned yet").Press("p").Equip(PartKind.Gpu, "5090")
            .Press("3").Expect("2× RTX 3090", "2× RTX 5090", "+133 %");
    }

    [Test]
    public void Codex_EntryOpensInEditorAtItsLine()
    {
        var stage = Stage.Empty.Press("4").Type("/").Type("3090").Press("Enter").Expect("catalog/gpus/nvidia.yaml:120:3").Press("E");
        Assert.That(stage.Effect<Effect.OpenEditor>(), Is.EqualTo(new Effect.OpenEditor("catalog/gpus/nvidia.yaml", 120)));
    }

    [Test]
    public void Rule_AskedWhy_IsExplainedOnTheRigWithItsTests()
    {
        var stage = Stage.On(FixtureWorld.Troubled).Press("4").Type("/").Type("supply").Press("Enter w");
        Assert.That(stage.Effect<Effect.StudyRule>(), Is.EqualTo(new Effect.StudyRule("psu-power", stage.State.Build)));
        stage.Tell(new Message.RuleStudied(new RuleStudy(
            "psu-power", "psu-power (error): The supply carries the parts\n  fires\n    require plan.watts_rated <= psu.watts      no\n      psu.watts      650 W\n",
            [new TestedRule("fires on 2× rtx-3090", null), new TestedRule("silent on rtx-3090", "expected silence, but it says: too weak")], null)));
        stage.Expect("Rule psu-power", "On Troubled rig", "650 W", "1 of its 2 tests do not hold", "✓ fires on 2× rtx-3090", "✗ silent on rtx-3090", "too weak");
    }

    [Test]
    public void Finding_AskedWhy_IsExplainedAndPartsAreNot()
    {
        var stage = Stage.On(FixtureWorld.Troubled).Press("Shift-Tab w");
        Assert.That(stage.Effect<Effect.StudyRule>().RuleId, Is.EqualTo(stage.State.Findings[0].RuleId));
        Stage.Empty.Press("4").Type("/").Type("3090").Press("Enter w").Expect("Only rules can be explained");
    }

    [Test]
    public void Palette_RunsWhatIsPickedAndSaysWhyNot()
    {
        Stage.Empty.Press(":").Type("take the last").Expect("Nothing to undo.").Press("Enter").Expect("Nothing to undo.")
            .Press("Esc").Press(":").Type("codex").Press("Enter").Expect("1/3");
    }

    [Test]
    public void CalmMode_ShowsNoGradeAndNoAchievements()
    {
        var loud = new Stage(ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin.With(PartKind.Gpu)));
        loud.Equip(PartKind.Gpu, "3090").Press("+").Expect("★ Giant tamed");
        var calm = new Stage(ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin.With(PartKind.Gpu), calm: true));
        calm.Equip(PartKind.Gpu, "3090").Press("+").ExpectNot("★", "grade");
    }
}
