namespace RigBuilder.Workbench.Tests.Contracts;

/// <summary>The recording host keeps the contract.</summary>
public sealed class RecordingHostTests : TerminalHostContract
{
    [Test]
    public void Run_EmptyScript_IsANullHost()
    {
        var host = new RecordingHost(new Size(80, 24));
        host.Run(new ScreenProgram(ScreenState.Start(FixtureWorld.World), new FakeEffects()), CancellationToken.None);
        Assert.That(host.Frames, Has.Count.EqualTo(1));
    }

    protected override ITerminalHost Create(Size size, params string[] keys) =>
        new RecordingHost(size, [.. keys.Select(k => new HostEvent.Pressed(Key.Parse(k)))]);

    protected override string ScreenOf(ITerminalHost host) => ((RecordingHost)host).Screen;

    protected override bool IsRestored(ITerminalHost host) => true;
}
