using System.Collections.Immutable;
using RigBuilder.Cli.Composition.Screen;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Inference;
using RigBuilder.Machine;
using RigBuilder.Machine.Ports;
using RigBuilder.Rules.Judging;
using RigBuilder.Tui;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.Cli.Composition;

/// <summary>The libraries behind the ports.</summary>
internal static partial class Libraries
{
    /// <summary>What serves each port, with versions, for "about".</summary>
    public static IReadOnlyList<(string Port, string Library)> All { get; } =
    [
        ("screen", TerminalGuiHost.Library), ("rules", RuleJudge.Library),
        ("hardware", CreateProbe(TimeProvider.System).Name), ("inference", LLamaSharpRuntime.Library),
    ];

    /// <summary>Makes the hardware probe.</summary>
    public static IHardwareProbe CreateProbe(TimeProvider time)
    {
        var probe = HardwareProbes.ForThisMachine(time);
        AddHints(ref probe, time);
        return probe;
    }

    /// <summary>Serves one inference job: input, output, and how to end the process at once. Returns the exit code.</summary>
    public static int ServeInference(TextReader input, TextWriter output, Action exit) => LLamaSharpChild.Run(input, output, exit);

    /// <summary>What stands in the way of inference before it is tried: a library that the system lacks.</summary>
    public static ImmutableArray<Diagnostic> InferenceObstacles() => OpenMp.Missing() is { } missing ? [missing] : [];

    /// <summary>Makes the terminal host.</summary>
    public static ITerminalHost CreateHost(ScreenOptions options)
    {
        var wished = new TerminalOptions
        {
            Backdrop = options.Theme switch { "dark" => Backdrop.Dark, "light" => Backdrop.Light, _ => default },
            Glyphs = options.Ascii ? GlyphSet.Ascii : null,
            Mouse = options.Mouse,
        };
        var terminal = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        var traits = TerminalTraits.Detect(Environment.GetEnvironmentVariable, terminal, wished, OperatingSystem.IsWindows());
        var colours = traits.Depth switch { ColourDepth.TrueColour => 1 << 24, ColourDepth.TwoHundredFiftySix => 256, ColourDepth.Sixteen => 16, _ => 0 };
        return new TerminalGuiHost(
            new HostCapabilities(colours, !traits.Glyphs.IsAscii, traits.Mouse, traits.Refusal), traits.Glyphs, traits.Backdrop == Backdrop.Light);
    }

    // Compiled in with the extra; without it the call vanishes.
    static partial void AddHints(ref IHardwareProbe probe, TimeProvider time);
}
