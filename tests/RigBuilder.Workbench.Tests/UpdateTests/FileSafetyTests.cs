using RigBuilder.Domain.Parts;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;
using RigBuilder.Workbench.Tests.Fixtures;
using RigBuilder.Workbench.Update;

namespace RigBuilder.Workbench.Tests.UpdateTests;

/// <summary>Files that changed meanwhile, and edits that an earlier session left.</summary>
public sealed class FileSafetyTests
{
    private static readonly ScreenState Start = ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin, "a.rig.yaml");

    [Test]
    public void SaveRefused_AsksAndYesOverwrites()
    {
        var asked = Updater.Apply(Start, new Message.SaveRefused("a.rig.yaml", Start.Build, "was changed by something else")).State;
        Assert.That(asked.Overlay, Is.InstanceOf<Overlay.Confirm>().With.Property("Question").Contains("was changed by something else"));
        var yes = Updater.Apply(asked, new Message.Activate());
        Assert.That(yes.Effects, Is.EqualTo(new Effect[] { new Effect.SaveRig("a.rig.yaml", Start.Build, Overwrite: true) }));
        Assert.That(Updater.Apply(asked, new Message.Dismiss()).Effects, Is.Empty);
    }

    [Test]
    public void Loaded_WithEditsLeftUnsaved_OffersThemAndUndoGivesTheFile()
    {
        var left = FixtureWorld.Twin.With(PartKind.Ssd);
        var asked = Updater.Apply(Start, new Message.Loaded("b.rig.yaml", FixtureWorld.Twin) { Unsaved = left, UnsavedSince = "2026-11-26 09:30" }).State;
        Assert.That(asked.Overlay, Is.InstanceOf<Overlay.Confirm>().With.Property("Question").Contains("2026-11-26 09:30"));
        var taken = Updater.Apply(asked, new Message.Activate()).State;
        Assert.Multiple(() =>
        {
            Assert.That(taken.Build, Is.SameAs(left));
            Assert.That(taken.Unsaved, Is.True);
            Assert.That(Updater.Apply(taken, new Message.Undo()).State.Unsaved, Is.False);
        });
    }

    [Test]
    public void Saved_TellsTheAutosaveThatNothingIsUnsaved()
    {
        var edited = Updater.Apply(Start, new Message.Equip(PartKind.Gpu, "rtx-4090")).State;
        var step = Updater.Apply(edited, new Message.Saved("a.rig.yaml", edited.Build));
        Assert.That(step.Effects, Is.EqualTo(new Effect[] { new Effect.Autosave(edited.Build, "a.rig.yaml", Unsaved: false) }));
    }
}
