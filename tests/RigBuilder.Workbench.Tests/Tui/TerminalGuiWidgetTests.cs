using RigBuilder.Tui;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.Workbench.Tests.Tui;

/// <summary>What the Terminal.Gui host has beyond the contract: menu, dialogs with buttons, text fields, clicks.</summary>
[NonParallelizable]
public sealed class TerminalGuiWidgetTests
{
    [Test]
    public void Question_IsADialogWithButtonsThatCanBeClicked()
    {
        var (state, screen) = Play("x", "q", "See yes (Enter)", "Click no (Esc)");
        Assert.That(state.Overlay, Is.Null, screen);
    }

    [Test]
    public void Question_WhileItIsOpen_ShowsTextAndButtons()
    {
        var (state, screen) = Play("x", "q", "See no (Esc)");
        Assert.That(state.Overlay, Is.InstanceOf<Overlay.Confirm>());
        Assert.That(screen, Does.Contain("unsaved changes").And.Contain("yes (Enter)").And.Contain("no (Esc)"));
    }

    [Test]
    public void Menu_OpenedByKey_ListsScreensAndCommandsWithTheirKeys()
    {
        var (_, screen) = Play("F10", "See only what fits");
        Assert.That(screen, Does.Match("Compare +3").And.Match("only what fits +c").And.Match("quit +q"));
    }

    [Test]
    public void Menu_ArrowsAndEnter_TakeAScreen()
    {
        var (state, screen) = Play("F10", "See only what fits", "Down", "Down", "Down", "Enter");
        Assert.That(state.Active, Is.EqualTo(ScreenKind.Codex), screen);
    }

    [Test]
    public void Menu_AKeyThatItShows_IsTaken()
    {
        var (state, screen) = Play("F10", "See only what fits", "c");
        Assert.That(state.Get<BenchScreen>().CompatibleOnly, Is.True, screen);
        Assert.That(screen, Does.Not.Match("quit +q *\\n"), "it is closed");
    }

    [Test]
    public void Menu_Clicked_OpensAndClosesByEsc()
    {
        var (state, screen) = Play("Click RigBuilder", "See only what fits", "Esc", "u");
        Assert.That(state.Overlay, Is.Null);
        Assert.That(screen, Does.Not.Match("only what fits +c"));
    }

    [Test]
    public void Tab_Clicked_ShowsItsScreen() => Assert.That(Play("Click Codex").State.Active, Is.EqualTo(ScreenKind.Codex));

    [Test]
    public void Row_Clicked_IsSelected() => Assert.That(Play("Click Cooler").State.Get<BenchScreen>().Slot, Is.EqualTo(PartKind.Cooler));

    [Test]
    public void Filter_Typed_IsInATextFieldOnTheBorder()
    {
        var (state, screen) = Play("Enter", "/", "3", "0", "9", "0", "See / 3090");
        Assert.That(state.Overlay, Is.InstanceOf<Overlay.Filter>());
        Assert.That(screen.Split('\n').Single(l => l.Contains("/ 3090", StringComparison.Ordinal)), Does.Contain("Graphics card"));
    }

    [Test]
    public void Dialogs_OnTopOfEachOther_CloseOneByOne()
    {
        var (state, screen) = Play("?", "See Keys", "Esc", ":", "See What would you like", "Esc", "i");
        Assert.That(state.Overlay, Is.InstanceOf<Overlay.Details>(), screen);
    }

    private static (ScreenState State, string Screen) Play(params string[] steps)
    {
        var terminal = new HeadlessGui(new Size(100, 30), steps);
        var host = new TerminalGuiHost(new HostCapabilities(1 << 24, Unicode: true, Mouse: true, Refusal: null), GlyphSet.Braille, light: false, terminal.Open);
        var program = new ScreenProgram(ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin), new FakeEffects());
        host.Run(program, CancellationToken.None);
        return (program.State, terminal.Screen);
    }
}
