using RigBuilder.Cli.Composition.Screen;
using RigBuilder.ConsoleHost;
using RigBuilder.ConsoleHost.Output;
using RigBuilder.LlamaCpp;
using RigBuilder.Machine;
using RigBuilder.Rules.Engine;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.Cli.Composition;

/// <summary>The portable stack: what every package feed can build.</summary>
internal static class Stacks
{
    private static readonly DirectEngine Engine = new();

    public static Stack Chosen { get; } = new()
    {
        Name = "portable",
        RuleEngine = Engine,
        CreateProbe = HardwareProbes.ForThisMachine,
        ServeInference = LlamaCppChild.Run,
        InferenceObstacles = () => LlamaLibraryLocator.ForThisProgram().Find() is { Succeeded: false } missing ? missing.Diagnostics : [],
        CreateHost = CreateHost,
        Libraries =
        [
            ("rule engine", Engine.Name),
            ("terminal host", ConsoleTerminalHost.Library),
            ("hardware probe", "built-in probe"),
            ("inference runtime", new LlamaCppRuntime(LlamaLibraryLocator.ForThisProgram()).Name),
        ],
    };

    private static ITerminalHost CreateHost(ScreenOptions options) => ConsoleTerminalHost.ForProcess(new ConsoleOptions
    {
        Backdrop = options.Theme switch { "dark" => Backdrop.Dark, "light" => Backdrop.Light, _ => default },
        Glyphs = options.Ascii ? GlyphSet.Ascii : null,
        Mouse = options.Mouse,
    });
}
