using System.Text;
using RigBuilder.ConsoleHost.Output;
using RigBuilder.Workbench;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.ConsoleHost.Tests;

/// <summary>What is special about the console host.</summary>
public sealed class ConsoleHostTests
{
    private static readonly TerminalTraits Traits = new(ColourDepth.TrueColour, GlyphSet.Braille, Backdrop.Dark, Mouse: true, Refusal: null);

    [Test]
    public void Run_OnARefusedTerminal_ThrowsTheRefusalAndTouchesNothing()
    {
        var terminal = new FakeTerminal(new Size(80, 24));
        using var host = new ConsoleTerminalHost(terminal, Traits with { Refusal = "no terminal" });
        Assert.That(() => host.Run(Program(), CancellationToken.None), Throws.InvalidOperationException.With.Message.EqualTo("no terminal"));
        Assert.That(terminal.Output.ToString(), Is.Empty);
    }

    [Test]
    public void Run_ManyKeysAtOnce_PaintsOnce()
    {
        var terminal = new FakeTerminal(new Size(80, 24), Encoding.ASCII.GetBytes(new string('j', 400)));
        var program = Run(terminal);
        Assert.That(program.State.Get<BenchScreen>().Slot, Is.EqualTo(PartKind.Cooler));
        Assert.That(terminal.Writes.Count(w => w.Contains("\u001b[?2026h", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void Run_KeyThatChangesLittle_WritesLittle()
    {
        var terminal = new FakeTerminal(new Size(140, 40), "j"u8.ToArray(), "Z"u8.ToArray());
        Run(terminal);
        var frames = terminal.Writes.Where(w => w.Contains("\u001b[?2026h", StringComparison.Ordinal)).ToList();
        Assert.That(frames, Has.Count.EqualTo(2), "a key without meaning paints nothing");
        Assert.That(frames[1], Has.Length.LessThan(frames[0].Length / 2));
    }

    [Test]
    public void Run_Resized_PaintsAtTheNewSize()
    {
        var terminal = new FakeTerminal(new Size(80, 24), "j"u8.ToArray(), "k"u8.ToArray());
        terminal.BeforeRead = read =>
        {
            if (read == 1) terminal.Resize(new Size(20, 5));
        };
        Assert.That(Run(terminal).State.Size, Is.EqualTo(new Size(20, 5)));
        Assert.That(terminal.Output.ToString(), Does.Contain("Too small"));
    }

    [Test]
    public void Run_MouseClicks_SelectAndEquip()
    {
        // Candidates begin at column 31, row 4 of the 80×24 layout: two clicks on the first.
        var terminal = new FakeTerminal(new Size(80, 24), Enumerable.Repeat("\u001b[<0;36;4M\u001b[<0;36;4m"u8.ToArray(), 2));
        Assert.That(Run(terminal).State.Build[PartKind.Gpu][0].PartId, Is.EqualTo("rx-7900-xtx"));
    }

    [Test]
    public void Run_ClickOnATab_ShowsTheScreen() =>
        Assert.That(Run(new FakeTerminal(new Size(80, 24), "\u001b[<0;20;1M"u8.ToArray())).State.Active, Is.EqualTo(ScreenKind.Quest));

    [Test]
    public void Run_Wheel_MovesTheListUnderIt() =>
        Assert.That(Run(new FakeTerminal(new Size(80, 24), "\t\u001b[<65;40;6M"u8.ToArray())).State.Get<BenchScreen>().Candidates.Selected, Is.EqualTo(4));

    [Test]
    public void Run_CtrlZ_GivesTheTerminalBackFirst()
    {
        var terminal = new FakeTerminal(new Size(80, 24), [0x1a], "j"u8.ToArray());
        var program = Run(terminal);
        Assert.That(terminal.Suspends, Is.EqualTo(1));
        Assert.That(program.State.Get<BenchScreen>().Slot, Is.EqualTo(PartKind.Cpu));
    }

    [Test]
    public void Run_LightBackground_ChangesTheTheme()
    {
        var terminal = new FakeTerminal(new Size(80, 24), "\u001b]11;rgb:ffff/ffff/ffff\u0007"u8.ToArray(), "j"u8.ToArray());
        using var host = new ConsoleTerminalHost(terminal, Traits with { Backdrop = Backdrop.Auto });
        host.Run(Program(), CancellationToken.None);
        var light = Theme.Of(Backdrop.Light, ColourDepth.TrueColour);
        Assert.That(light, Is.Not.Null);
        Assert.That(terminal.Output.ToString(), Does.Contain("48;2;207;226;255"), "the light selection colour");
    }

    [Test]
    public void Run_Title_HasNoControlCharacters()
    {
        var terminal = new FakeTerminal(new Size(80, 24));
        using var host = new ConsoleTerminalHost(terminal, Traits);
        host.Run(new ScreenProgram(ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin with { Name = "evil\u0007\u001b[2Jname" }), new FakeEffects()), CancellationToken.None);
        Assert.That(terminal.Output.ToString(), Does.Contain("]2;RigBuilder: evil[2Jname\u0007"));
    }

    private static ScreenProgram Program() => new(ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin), new FakeEffects());

    private static ScreenProgram Run(FakeTerminal terminal)
    {
        using var host = new ConsoleTerminalHost(terminal, Traits);
        var program = Program();
        host.Run(program, CancellationToken.None);
        return program;
    }
}
