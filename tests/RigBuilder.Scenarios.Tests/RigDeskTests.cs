using RigBuilder.Cli.Composition.Files;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Workbench.Messages;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Scenarios.Tests;

/// <summary>What happens to rigs that two sessions edit, and to the edits of a session that ends without saving.</summary>
public sealed class RigDeskTests
{
    [Test]
    public void Save_AfterAnotherSessionSaved_IsRefusedUntilItMayOverwrite()
    {
        using var folder = new ScratchFolder();
        var path = Written(folder, 2);
        using var first = Desk(folder);
        using var second = Desk(folder);
        Load(first, path);
        Load(second, path);

        Assert.That(first.Save(path, Cards(3), overwrite: false), Is.InstanceOf<Message.Saved>());
        Assert.That(second.Save(path, Cards(1), overwrite: false), Is.InstanceOf<Message.SaveRefused>());
        Assert.That(CardsIn(path), Is.EqualTo(3));
        Assert.That(second.Save(path, Cards(1), overwrite: true), Is.InstanceOf<Message.Saved>());
        Assert.That(second.Save(path, Cards(4), overwrite: false), Is.InstanceOf<Message.Saved>(), "what it wrote itself, it knows");
        Assert.That(CardsIn(path), Is.EqualTo(4));
    }

    [Test]
    public void Save_OverAFileThatWasNeverRead_IsRefused()
    {
        using var folder = new ScratchFolder();
        var path = Written(folder, 2);
        using var desk = Desk(folder);
        var answer = desk.Save(path, Cards(1), overwrite: false);
        Assert.That(answer, Is.InstanceOf<Message.SaveRefused>());
        Assert.That(((Message.SaveRefused)answer).Reason, Does.Contain("is there already"));
    }

    [Test]
    public void Load_AfterASessionEndedWithoutSaving_OffersItsEditsAndLaterEditsKeepThem()
    {
        using var folder = new ScratchFolder();
        var path = Written(folder, 2);
        using (var crashed = Desk(folder))
        {
            Load(crashed, path);
            crashed.Keep(Cards(3), path, unsaved: true);
        }

        using (var declines = Desk(folder))
        {
            Assert.That(Load(declines, path).Unsaved![PartKind.Gpu][0].Count, Is.EqualTo(3));
            declines.Keep(Cards(1), path, unsaved: true);
        }

        using var third = Desk(folder);
        Assert.That(Load(third, path).Unsaved, Is.Not.Null);
        Assert.That(Autosaves(folder).Select(CardsIn), Is.EquivalentTo(new[] { 1, 3 }), "neither session's edits are lost");
        third.Save(path, Cards(5), overwrite: false);
        using var fourth = Desk(folder);
        Assert.That(Load(fourth, path).Unsaved, Is.Null, "a save by hand settles it");
    }

    [Test]
    public void Keep_InTwoSessionsOnOneFile_GivesEachItsOwnAutosave()
    {
        using var folder = new ScratchFolder();
        var path = Written(folder, 2);
        using var first = Desk(folder);
        using var second = Desk(folder);
        Load(first, path);
        Load(second, path);
        first.Keep(Cards(3), path, unsaved: true);
        second.Keep(Cards(1), path, unsaved: true);
        Assert.That(Autosaves(folder).Select(CardsIn), Is.EquivalentTo(new[] { 3, 1 }));
        using var looking = Desk(folder);
        Assert.That(Load(looking, path).Unsaved, Is.Null, "edits of sessions that are still open are not offered");
    }

    [Test]
    public void Last_BringsBackTheRigItsFileAndItsUnsavedEdits()
    {
        using var folder = new ScratchFolder();
        var path = Written(folder, 2);
        using (var session = Desk(folder))
        {
            Load(session, path);
            session.Keep(Cards(3), path, unsaved: true);
        }

        using var next = Desk(folder);
        var last = next.Last(Catalog.Empty)!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(last.Build[PartKind.Gpu][0].Count, Is.EqualTo(3));
            Assert.That(last.Path, Is.EqualTo(path));
            Assert.That(last.Saved![PartKind.Gpu][0].Count, Is.EqualTo(2));
        });
    }

    [Test]
    public void Last_OfARigWithoutAFile_GoesOnInTheSameAutosave()
    {
        using var folder = new ScratchFolder();
        using (var session = Desk(folder)) session.Keep(Cards(3), null, unsaved: true);
        using (var next = Desk(folder))
        {
            Assert.That(next.Last(Catalog.Empty)!.Value.Build[PartKind.Gpu][0].Count, Is.EqualTo(3));
            next.Keep(Cards(4), null, unsaved: true);
        }

        Assert.That(Autosaves(folder).Select(CardsIn), Is.EqualTo(new[] { 4 }));
        using var fresh = Desk(folder);
        fresh.Keep(Cards(1), null, unsaved: true);
        Assert.That(Autosaves(folder).Select(CardsIn), Is.EquivalentTo(new[] { 4, 1 }), "a new rig leaves unsaved edits alone");
    }

    private static RigDesk Desk(ScratchFolder folder) => new(new RigBuilder.Cli.CliEnvironment
    {
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        In = TextReader.Null,
        Variable = name => name == "RIGBUILDER_DATA_HOME" ? Path.Combine(folder.Path, "data") : null,
        WorkingFolder = folder.Path,
        ProgramFolder = Checkout.Root,
        HasTerminal = false,
    });

    private static Message.Loaded Load(RigDesk desk, string path) => (Message.Loaded)desk.Load(path, Catalog.Empty);

    private static Build Cards(int count) => Build.Empty.With(PartKind.Gpu, new Selection("rtx-3090", count));

    private static string Written(ScratchFolder folder, int cards)
    {
        var path = Path.Combine(folder.Path, "a.rig.yaml");
        Assert.That(new RigFiles(new DiskFiles()).Save(path, Cards(cards)), Is.Null);
        return path;
    }

    private static int CardsIn(string path) => new RigFiles(new DiskFiles()).Load(path).Value![PartKind.Gpu][0].Count;

    private static string[] Autosaves(ScratchFolder folder) => Directory.GetFiles(Path.Combine(folder.Path, "data", "autosave"), "*.rig.yaml");
}
