using FsCheck;
using FsCheck.Fluent;
using RigBuilder.Workbench.Bindings;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.Update;
using RigBuilder.Workbench.View;

namespace RigBuilder.Workbench.Tests.UpdateTests;

/// <summary>Undo takes back exactly what was done, and nothing a person presses can break the screen.</summary>
public sealed class UndoTests
{
    private static readonly ImmutableArray<Key> Keys =
    [
        .. BindingTable.All.SelectMany(b => b.Keys).Distinct(),
        .. "abcz019 .€漢é".EnumerateRunes().Select(r => Key.Of(r)),
    ];

    private static readonly Size[] Sizes = [new(80, 24), new(140, 40), new(50, 14), new(20, 5), new(200, 60), new(1, 1), new(0, 0)];

    [Test]
    public void Undo_AfterAnyEdits_GivesBackTheSameBuild()
    {
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 6), 12)), choices =>
        {
            var state = ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin);
            foreach (var choice in choices) state = Updater.Apply(state, Edit(choice)).State;
            var edited = state;
            while (!state.Undo.IsEmpty) state = Updater.Apply(state, new Message.Undo()).State;
            var undone = ReferenceEquals(state.Build, FixtureWorld.Twin) && !state.Unsaved;
            while (!state.Redo.IsEmpty) state = Updater.Apply(state, new Message.Redo()).State;
            return undone && ReferenceEquals(state.Build, edited.Build) && state.Appraisal.Verdict.Findings.SequenceEqual(edited.Appraisal.Verdict.Findings);
        }).CheckRandomCases();
    }

    [Test]
    public void AnyKeys_AtAnySize_NeverThrowAndAlwaysDraw()
    {
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, Keys.Length + Sizes.Length - 1), 60)), presses =>
        {
            using var screen = new HeadlessScreen(GlyphSet.Ascii);
            var program = new ScreenProgram(ScreenState.Start(FixtureWorld.World, FixtureWorld.Troubled), new FakeEffects().With("a.yaml", FixtureWorld.Twin));
            var size = Sizes[0];
            foreach (var press in presses)
            {
                if (press >= Keys.Length) size = Sizes[press - Keys.Length];
                else program.Handle(new HostEvent.Pressed(Keys[press]));
                var frame = program.Draw(size);
                if (frame.Size != size || screen.Show(frame).Any(c => c is not '\n' and (< ' ' or > '~'))) return false;
            }

            return true;
        }).CheckRandomCases();
    }

    [Test]
    public void Replay_OfTheSameKeys_GivesTheSameScreen()
    {
        const string script = "Tab j j Enter + + x u Ctrl-R t t c / 3 0 Enter i Esc Tab f 1 j l l 2 3 p 4 j ? Esc";
        Assert.That(Stage.On(FixtureWorld.Troubled).Press(script).Screen, Is.EqualTo(Stage.On(FixtureWorld.Troubled).Press(script).Screen));
    }

    [Test]
    public void View_OfTheSameState_IsTheSameFrame()
    {
        var state = ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin);
        Assert.That(HeadlessScreen.TextOf(Viewer.Draw(state, new Size(80, 24)), GlyphSet.Blocks), Is.EqualTo(HeadlessScreen.TextOf(Viewer.Draw(state, new Size(80, 24)), GlyphSet.Blocks)));
    }

    private static Message Edit(int choice) => choice switch
    {
        0 => new Message.Equip(PartKind.Gpu, "rtx-4090"),
        1 => new Message.Equip(PartKind.Psu, "corsair-rm650e"),
        2 => new Message.Equip(PartKind.Ssd, "crucial-mx500-1tb"),
        3 => new Message.Count(+1),
        4 => new Message.Count(-1),
        5 => new Message.Remove(),
        _ => new Message.ChooseQuant("q8_0"),
    };
}
