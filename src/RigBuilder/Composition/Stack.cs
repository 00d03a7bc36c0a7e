using RigBuilder.Rules.Engine;

namespace RigBuilder.Cli.Composition;

/// <summary>The libraries behind the ports in this build.</summary>
/// <param name="Name">"portable" or "upstream".</param>
/// <param name="Libraries">What serves each port, with versions, for "about".</param>
/// <param name="RuleEngine">The engine for the rig being edited.</param>
internal sealed record Stack(string Name, IReadOnlyList<(string Port, string Library)> Libraries, IRuleEngine RuleEngine);
