using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Update;

namespace RigBuilder.Workbench.Tests.UpdateTests;

/// <summary>Messages in, state and effects out.</summary>
public sealed class UpdaterTests
{
    private static readonly ScreenState Start = ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin);

    [Test]
    public void Equip_AnotherCard_KeepsTheCountAndAutosaves()
    {
        var step = Updater.Apply(Start, new Message.Equip(PartKind.Gpu, "rtx-4090"));
        Assert.Multiple(() =>
        {
            Assert.That(step.State.Build[PartKind.Gpu], Is.EqualTo(new[] { new Selection("rtx-4090", 2) }));
            Assert.That(step.State.Appraisal.Rig.Gpus, Has.Length.EqualTo(2));
            Assert.That(step.Effects, Is.EqualTo(new Effect[] { new Effect.Autosave(step.State.Build, null, Unsaved: true) }));
        });
    }

    [Test]
    public void Equip_WhatIsThere_ChangesNothing()
    {
        var step = Updater.Apply(Start, new Message.Equip(PartKind.Gpu, "rtx-3090"));
        Assert.That(step.State.Build, Is.SameAs(Start.Build));
        Assert.That(step.State.Notice!.Text, Does.Contain("already equipped"));
    }

    [TestCase(PartKind.Gpu, 8)]
    [TestCase(PartKind.Memory, 4)]
    [TestCase(PartKind.Psu, 1)]
    public void Count_Upwards_StopsAtWhatTheSlotHolds(PartKind slot, int most)
    {
        var stage = Stage.On(FixtureWorld.Twin).OnSlot(slot);
        for (var i = 0; i < 10; i++) stage.Press("+");
        Assert.That(stage.State.Build[slot].Sum(s => s.Count), Is.EqualTo(most));
        Assert.That(stage.State.Notice, Is.Not.Null);
    }

    [Test]
    public void Count_Downwards_StopsAtOne()
    {
        var stage = Stage.On(FixtureWorld.Twin).Press("- - -");
        Assert.That(stage.State.Build[PartKind.Gpu].Sum(s => s.Count), Is.EqualTo(1));
    }

    [Test]
    public void AddBeside_AnotherCard_MakesAMixedPair()
    {
        var stage = Stage.On(FixtureWorld.Twin, new Size(140, 40)).Press("-").Press("Enter /").Type("4090").Press("Enter a");
        Assert.That(stage.State.Build[PartKind.Gpu], Is.EqualTo(new[] { new Selection("rtx-3090"), new Selection("rtx-4090") }));
        stage.Expect("RTX 3090 + RTX");
    }

    [Test]
    public void UnknownPart_IsKeptAndFlagged()
    {
        var build = FixtureWorld.Twin.With(PartKind.Gpu, new Selection("rtx-9999"));
        var stage = Stage.On(build).Expect("rtx-9999?");
        Assert.That(stage.State.Build[PartKind.Gpu][0].PartId, Is.EqualTo("rtx-9999"));
    }

    [Test]
    public void ChooseModel_First_TakesAUsualQuant() =>
        Assert.That(Stage.Empty.Tell(new Message.ChooseModel("llama-7b")).State.Build.Quest.QuantId, Is.EqualTo("q4_k_m"));

    [TestCase("8k", 8192)]
    [TestCase("12,000", 12000)]
    [TestCase("1M", 1048576)]
    [TestCase("131K", 131072)]
    [TestCase("512", 512)]
    public void ContextPrompt_ReadableNumber_IsTaken(string typed, int expected)
    {
        var stage = Stage.Empty.Press("Down Down Enter Ctrl-U").Type(typed).Press("Enter");
        Assert.That(stage.State.Build.Quest.Settings.Context, Is.EqualTo(expected));
        Assert.That(stage.State.Overlay, Is.Null);
    }

    [TestCase("many", "'many' is not a number")]
    [TestCase("0", "Must be from 1")]
    [TestCase("99999999999", "Must be from 1")]
    [TestCase("NaN", "'NaN' is not a number")]
    public void ContextPrompt_BadNumber_SaysWhatIsWrong(string typed, string problem)
    {
        var stage = Stage.Empty.Press("Down Down Enter Ctrl-U").Type(typed).Press("Enter").Expect(problem);
        Assert.That(stage.State.Build.Quest.Settings.Context, Is.EqualTo(4096));
    }

    [Test]
    public void ContextSteps_UpAndDown_ArePowersOfTwo()
    {
        var stage = Stage.Empty.Press("Down Down l l h");
        Assert.That(stage.State.Build.Quest.Settings.Context, Is.EqualTo(8192));
        Assert.That(Stage.Empty.Press("Down Down h h h h h h h").State.Build.Quest.Settings.Context, Is.EqualTo(512));
    }

    [Test]
    public void DataReloaded_WithNewCatalog_JudgesAgainAndKeepsTheRig()
    {
        var smaller = FixtureWorld.Of(new Domain.Catalogs.Catalog([], FixtureCatalog.Catalog.Models.Items, FixtureCatalog.Catalog.Quants.Items));
        var step = Updater.Apply(Start, new Message.DataReloaded(smaller));
        Assert.That(step.State.Build, Is.SameAs(Start.Build));
        Assert.That(step.State.Appraisal.Rig.Missing, Has.Length.EqualTo(8));
        Assert.That(step.State.Get<BenchScreen>().Listed, Is.Empty);
    }

    [Test]
    public void DataReloaded_WithProblems_SaysHowToReadThem()
    {
        var diagnostic = new Domain.Diagnostics.Diagnostic("RB2103", Domain.Diagnostics.DiagnosticSeverity.Error, new("catalog/gpus/x.yaml", 3, 9), "unknown unit 'Gb/s'") { Help = "did you mean 'GB/s'?" };
        Stage.On(FixtureWorld.Twin).Tell(new Message.DataReloaded(FixtureWorld.World with { Diagnostics = [diagnostic] }))
            .Expect("1 problem: press D").Press("D").Expect("catalog/gpus/x.yaml:3:9", "RB2103 unknown unit 'Gb/s'", "did you mean 'GB/s'?");
    }

    [Test]
    public void Sort_Cycled_ComesBackToBest()
    {
        var stage = Stage.On(FixtureWorld.Twin).Press("Enter t").Expect("fastest first");
        Assert.That(stage.Bench.Listed[0].Part.Id, Is.EqualTo("rtx-5090"));
        stage.Press("t").Expect("cheapest first");
        Assert.That(stage.Bench.Listed[0].Part.Id, Is.EqualTo("rtx-3060-12gb"));
        stage.Press("t t t t");
        Assert.That(stage.Bench.Sort, Is.EqualTo(CandidateSort.Best));
    }

    [Test]
    public void Filter_WhileTyping_NarrowsAndEscapeRestores()
    {
        var stage = Stage.On(FixtureWorld.Twin).Press("/").Type("rtx 40");
        Assert.That(stage.Bench.Listed.Select(c => c.Part.Id), Is.EquivalentTo(new[] { "rtx-4070-ti", "rtx-4090" }));
        stage.Press("Esc");
        Assert.That(stage.Bench.Listed, Has.Length.EqualTo(6));
    }

    [Test]
    public void Click_OnSelectedCandidate_EquipsIt()
    {
        var stage = Stage.On(FixtureWorld.Twin).Press("Tab t");
        stage.Click(PanelId.Candidates, 1).Click(PanelId.Candidates, 1);
        Assert.That(stage.State.Build[PartKind.Gpu][0].PartId, Is.EqualTo(stage.Bench.Listed[1].Part.Id));
    }

    [Test]
    public void Paste_IntoPicker_FiltersAndNeverRunsKeys()
    {
        var stage = Stage.Empty.Press("Enter").Handle(new HostEvent.Pasted("mixtral\n"));
        Assert.That(((Overlay.Picker)stage.State.Overlay!).Matching, Has.Length.EqualTo(1));
        Assert.That(Stage.On(FixtureWorld.Twin).Handle(new HostEvent.Pasted("xq")).State.Build, Is.SameAs(FixtureWorld.Twin));
    }

    [Test]
    public void Closing_WithUnsavedEdits_Autosaves()
    {
        var stage = Stage.On(FixtureWorld.Twin).OnSlot(PartKind.Ssd).Press("x");
        stage.Effects.Done.Clear();
        stage.Handle(new HostEvent.Closing());
        Assert.That(stage.Effects.Done, Is.EqualTo(new[] { new Effect.Autosave(stage.State.Build, null, Unsaved: true) }));
    }

    [Test]
    public void Status_AfterDisabledKey_SaysWhy() => Stage.On(FixtureWorld.Twin).Press("u").Expect("Nothing to undo.");

    [TestCase("NVIDIA GeForce RTX 3090", "RTX 3090")]
    [TestCase("AMD Radeon VII", "Radeon VII")]
    [TestCase("AMD Radeon RX 7900 XTX", "RX 7900 XTX")]
    [TestCase("Tesla", "Tesla")]
    public void ShortName_StillTellsWhatItIs(string name, string expected) => Assert.That(RigBuilder.Workbench.Labels.PartLabels.Short(name), Is.EqualTo(expected));
}
