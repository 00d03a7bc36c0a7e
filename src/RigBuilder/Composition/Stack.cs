using System.Collections.Immutable;
using RigBuilder.Cli.Composition.Screen;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Machine.Ports;
using RigBuilder.Rules.Engine;
using RigBuilder.Workbench.Host;

namespace RigBuilder.Cli.Composition;

/// <summary>The libraries behind the ports in this build.</summary>
internal sealed record Stack
{
    /// <summary>"portable" or "upstream".</summary>
    public required string Name { get; init; }

    /// <summary>What serves each port, with versions, for "about".</summary>
    public required IReadOnlyList<(string Port, string Library)> Libraries { get; init; }

    /// <summary>The engine for the rig being edited.</summary>
    public required IRuleEngine RuleEngine { get; init; }

    /// <summary>Makes the hardware probe.</summary>
    public required Func<TimeProvider, IHardwareProbe> CreateProbe { get; init; }

    /// <summary>Serves one inference job: input, output, and how to end the process at once. Returns the exit code.</summary>
    public required Func<TextReader, TextWriter, Action, int> ServeInference { get; init; }

    /// <summary>What stands in the way of inference, as far as a look at files tells: a missing library.</summary>
    public Func<ImmutableArray<Diagnostic>> InferenceObstacles { get; init; } = () => [];

    /// <summary>Makes the terminal host.</summary>
    public required Func<ScreenOptions, ITerminalHost> CreateHost { get; init; }
}
