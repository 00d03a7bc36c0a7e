using System.Runtime.CompilerServices;
using RigBuilder.Tui;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.Tests.Contracts;

namespace RigBuilder.Workbench.Tests.Tui;

/// <summary>The Terminal.Gui host keeps the contract, on the library's own loop and driver without a terminal.</summary>
[NonParallelizable]
public sealed class TerminalGuiHostContractTests : TerminalHostContract
{
    private readonly ConditionalWeakTable<ITerminalHost, HeadlessGui> _terminals = [];

    protected override ITerminalHost Create(Size size, params string[] keys)
    {
        var terminal = new HeadlessGui(size, keys);
        var host = new TerminalGuiHost(new HostCapabilities(1 << 24, Unicode: true, Mouse: true, Refusal: null), GlyphSet.Braille, light: false, terminal.Open);
        _terminals.Add(host, terminal);
        return host;
    }

    protected override string ScreenOf(ITerminalHost host) => Of(host).Screen;

    protected override bool IsRestored(ITerminalHost host) => Of(host).IsClosed;

    private HeadlessGui Of(ITerminalHost host) => _terminals.TryGetValue(host, out var terminal) ? terminal : throw new InvalidOperationException("not made here");
}
