using System.Runtime.CompilerServices;
using RigBuilder.ConsoleHost.Output;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.Tests.Contracts;

namespace RigBuilder.ConsoleHost.Tests;

/// <summary>The console host keeps the contract, on a fake terminal that speaks bytes.</summary>
public sealed class ConsoleHostContractTests : TerminalHostContract
{
    private readonly ConditionalWeakTable<ITerminalHost, FakeTerminal> _terminals = [];

    protected override ITerminalHost Create(Size size, params string[] keys)
    {
        var terminal = new FakeTerminal(size, keys.SelectMany(k => k == "Esc" ? new[] { KeyBytes.Of(k), [] } : [KeyBytes.Of(k)]));
        var host = new ConsoleTerminalHost(terminal, new TerminalTraits(ColourDepth.TrueColour, GlyphSet.Braille, Backdrop.Dark, Mouse: true, Refusal: null));
        _terminals.Add(host, terminal);
        return host;
    }

    protected override string ScreenOf(ITerminalHost host) => Of(host).Screen;

    protected override bool IsRestored(ITerminalHost host)
    {
        var output = Of(host).Output.ToString();
        return !Of(host).Raw
            && output.LastIndexOf("\u001b[?1049l", StringComparison.Ordinal) > output.LastIndexOf("\u001b[?1049h", StringComparison.Ordinal)
            && output.LastIndexOf("\u001b[?25h", StringComparison.Ordinal) > output.LastIndexOf("\u001b[?25l", StringComparison.Ordinal)
            && output.LastIndexOf("\u001b[?1000l", StringComparison.Ordinal) > output.LastIndexOf("\u001b[?1000h", StringComparison.Ordinal)
            && output.LastIndexOf("\u001b[?2004l", StringComparison.Ordinal) > output.LastIndexOf("\u001b[?2004h", StringComparison.Ordinal);
    }

    private FakeTerminal Of(ITerminalHost host) => _terminals.TryGetValue(host, out var terminal) ? terminal : throw new InvalidOperationException("not made here");
}
