using RigBuilder.Cli.Composition.Screen;
using RigBuilder.ConsoleHost;
using RigBuilder.ConsoleHost.Output;
using RigBuilder.HardwareInfo;
using RigBuilder.LLamaSharp;
using RigBuilder.Machine;
using RigBuilder.Machine.Ports;
using RigBuilder.NRules;
using RigBuilder.TerminalGui;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.Cli.Composition;

/// <summary>The upstream stack: Terminal.Gui, NRules, Hardware.Info and LLamaSharp behind the ports.</summary>
internal static class Stacks
{
    public static Stack Chosen { get; } = new()
    {
        Name = "upstream",
        RuleEngine = new NRulesEngine(),
        CreateProbe = CreateProbe,
        ServeInference = LLamaSharpChild.Run,
        CreateHost = CreateHost,
        Libraries =
        [
            ("terminal host", TerminalGuiHost.Library), ("rule engine", NRulesEngine.Library),
            ("hardware probe", HardwareInfoProbe.Library), ("inference runtime", LLamaSharpRuntime.Library),
        ],
    };

    // Our own probe is believed, Hardware.Info fills its gaps; both have a limit of their own for each thing they ask.
    private static IHardwareProbe CreateProbe(TimeProvider time) =>
        HardwareProbes.WithHints(HardwareProbes.ForThisMachine(time), new HardwareInfoProbe(time, TimeSpan.FromSeconds(4)), time);

    // Terminal.Gui draws its frames with box characters only, so ASCII terminals get the console host here too.
    private static ITerminalHost CreateHost(ScreenOptions options)
    {
        var wished = new ConsoleOptions
        {
            Backdrop = options.Theme switch { "dark" => Backdrop.Dark, "light" => Backdrop.Light, _ => default },
            Glyphs = options.Ascii ? GlyphSet.Ascii : null,
            Mouse = options.Mouse,
        };
        var terminal = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        var traits = TerminalTraits.Detect(Environment.GetEnvironmentVariable, terminal, wished, OperatingSystem.IsWindows());
        if (traits.Glyphs.IsAscii) return ConsoleTerminalHost.ForProcess(wished);
        var colours = traits.Depth switch { ColourDepth.TrueColour => 1 << 24, ColourDepth.TwoHundredFiftySix => 256, ColourDepth.Sixteen => 16, _ => 0 };
        return new TerminalGuiHost(
            new HostCapabilities(colours, Unicode: true, traits.Mouse, traits.Refusal), traits.Glyphs, traits.Backdrop == Backdrop.Light);
    }
}
