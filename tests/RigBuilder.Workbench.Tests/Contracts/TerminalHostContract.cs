using System.Collections.Concurrent;

namespace RigBuilder.Workbench.Tests.Contracts;

/// <summary>
/// What every host must do. Derive from it, give a host that plays a script of keys as if a person pressed them, and what its
/// screen shows in the end.
/// </summary>
public abstract class TerminalHostContract
{
    /// <summary>A host on a fake terminal of a size that presses keys (by name) one after the other and then closes the terminal.</summary>
    protected abstract ITerminalHost Create(Size size, params string[] keys);

    /// <summary>The text on the fake terminal's screen while the last frame was shown.</summary>
    protected abstract string ScreenOf(ITerminalHost host);

    /// <summary>Whether the terminal is as it was before the host ran.</summary>
    protected abstract bool IsRestored(ITerminalHost host);

    [Test]
    public void Host_HasANameAndNoReasonToRefuse()
    {
        var host = Create(new Size(80, 24));
        Assert.That(host.Name, Is.Not.Empty);
        Assert.That(host.Capabilities.Refusal, Is.Null);
    }

    [Test]
    public void Run_Keys_ReachTheProgramInOrder()
    {
        var program = new Probe();
        Create(new Size(80, 24), "a", "Enter", "Up", "Ctrl-R", "?", "Esc", "é").Run(program, CancellationToken.None);
        Assert.That(program.Keys, Is.EqualTo(new[] { "a", "Enter", "Up", "Ctrl-R", "?", "Esc", "é" }));
    }

    [Test]
    public void Run_AtTheStart_TellsTheSizeAndDrawsAtIt()
    {
        var program = new Probe();
        Create(new Size(100, 30), "a").Run(program, CancellationToken.None);
        Assert.That(program.Sizes, Does.Contain(new Size(100, 30)));
        Assert.That(program.Events.First(), Is.EqualTo(new HostEvent.Resized(new Size(100, 30))));
    }

    [Test]
    public void Run_Frame_IsOnTheScreen()
    {
        var host = Create(new Size(80, 24), "a", "b");
        host.Run(new Probe(), CancellationToken.None);
        Assert.That(ScreenOf(host), Does.Contain("pressed a b").And.Contain("Probe"));
    }

    [Test]
    public void Run_FinishedProgram_EndsAtOnce()
    {
        var program = new Probe { FinishOn = "q" };
        Create(new Size(80, 24), "a", "q", "b", "c").Run(program, CancellationToken.None);
        Assert.That(program.Keys, Is.EqualTo(new[] { "a", "q" }));
        Assert.That(program.Events.Any(e => e is HostEvent.Closing), Is.False);
    }

    [Test]
    public void Run_ClosedTerminal_SaysSoToTheProgramAndReturns()
    {
        var program = new Probe();
        Create(new Size(80, 24), "a").Run(program, CancellationToken.None);
        Assert.That(program.Events.Last(), Is.InstanceOf<HostEvent.Closing>());
    }

    [Test]
    public void Run_Cancelled_Returns()
    {
        using var cancellation = new CancellationTokenSource();
        var program = new Probe { OnKey = _ => cancellation.Cancel() };
        Create(new Size(80, 24), "a", "b", "c").Run(program, cancellation.Token);
        Assert.That(program.Events.Last(), Is.InstanceOf<HostEvent.Closing>());
    }

    [Test]
    public void Run_ProgramThrows_RestoresTheTerminalAndPassesItOn()
    {
        var host = Create(new Size(80, 24), "a");
        Assert.That(() => host.Run(new Probe { OnKey = _ => throw new InvalidOperationException("boom") }, CancellationToken.None), Throws.InvalidOperationException.With.Message.EqualTo("boom"));
        Assert.That(IsRestored(host), Is.True);
    }

    [Test]
    public void Run_InTheEnd_RestoresTheTerminal()
    {
        var host = Create(new Size(80, 24), "a");
        host.Run(new Probe(), CancellationToken.None);
        Assert.That(IsRestored(host), Is.True);
    }

    [Test]
    public void Run_ChangeFromAnotherThread_IsDrawn()
    {
        var program = new Probe();
        program.OnKey = _ =>
        {
            var thread = new Thread(() => program.Change("news"));
            thread.Start();
            thread.Join();
        };
        var host = Create(new Size(80, 24), "a");
        host.Run(program, CancellationToken.None);
        Assert.That(ScreenOf(host), Does.Contain("news"));
    }

    [Test]
    public void Yield_GivesTheTerminalAwayAndTakesItBack()
    {
        var host = Create(new Size(80, 24), "a", "b");
        var restored = false;
        var program = new Probe();
        program.OnKey = key =>
        {
            if (key == "a") host.Yield(() => restored = IsRestored(host));
        };
        host.Run(program, CancellationToken.None);
        Assert.That(restored, Is.True);
        Assert.That(program.Keys, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Run_TwentyByFive_StillDraws()
    {
        var program = new Probe();
        Create(new Size(20, 5), "a").Run(program, CancellationToken.None);
        Assert.That(program.Sizes, Does.Contain(new Size(20, 5)));
    }

    [Test]
    public void Run_TheWorkbench_WorksEndToEnd()
    {
        var program = new ScreenProgram(ScreenState.Start(FixtureWorld.World, FixtureWorld.Twin), new FakeEffects());
        var host = Create(new Size(80, 24), "Down", "Down", "Enter");
        host.Run(program, CancellationToken.None);
        Assert.That(program.State.Get<BenchScreen>().Slot, Is.EqualTo(PartKind.Motherboard));
        Assert.That(ScreenOf(host), Does.Contain("Motherboard").And.Contain("MAG B650"));
    }

    private sealed class Probe : IScreenProgram
    {
        private readonly ConcurrentQueue<string> _news = new();

        public event Action? Changed;

        public List<HostEvent> Events { get; } = [];

        public List<Size> Sizes { get; } = [];

        public string? FinishOn { get; init; }

        public Action<string> OnKey { get; set; } = _ => { };

        public bool Finished { get; private set; }

        public IEnumerable<string> Keys => Events.OfType<HostEvent.Pressed>().Select(p => p.Key.ToString());

        public Frame Draw(Size size)
        {
            Sizes.Add(size);
            var text = $"pressed {string.Join(' ', Keys)} {string.Join(' ', _news)}".Trim();
            var area = new Rect(0, 0, size.Width, size.Height);
            return new Frame { Size = size, Panels = [new Panel(PanelId.Details, area, "Probe", new PanelContent.Document([new Block.Text(text)])) { Focused = true }] };
        }

        public void Handle(HostEvent happened)
        {
            Events.Add(happened);
            if (happened is not HostEvent.Pressed pressed) return;
            Finished |= pressed.Key.ToString() == FinishOn;
            OnKey(pressed.Key.ToString());
        }

        public void Change(string news)
        {
            _news.Enqueue(news);
            Changed?.Invoke();
        }
    }
}
