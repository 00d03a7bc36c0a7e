using System.Collections.Immutable;
using System.Reflection;
using NRules;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// Judges situations by a rule set, with NRules: every situation is a fact for the time that it takes, those of one call together.
/// A verdict depends on its situation alone. Not safe for concurrent use.
/// </summary>
public sealed class RuleJudge
{
    private readonly ISession _session;

    /// <summary>Compiles a rule set and opens a session on it.</summary>
    public RuleJudge(RuleSet rules) =>
        _session = new RuleCompiler { ExpressionCompiler = new DirectCompiler() }.Compile(RuleDefinitions.Of(rules)).CreateSession();

    /// <summary>Name of the library with its version.</summary>
    public static string Library { get; } =
        $"NRules {typeof(ISession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    /// <summary>Judges one situation.</summary>
    public Verdict Judge(Situation situation) => Judge([situation])[0];

    /// <summary>Judges many situations, each for itself; much faster than one by one.</summary>
    /// <returns>The verdicts, in the order of the situations.</returns>
    public ImmutableArray<Verdict> Judge(IReadOnlyList<Situation> situations)
    {
        if (situations.Count == 0) return [];
        var hearings = situations.Select(s => new Hearing(new Trial(s), 0)).ToArray();
        _session.InsertAll(hearings);
        _session.Fire();
        _session.RetractAll(hearings);
        return [.. hearings.Select(h => h.Trial.Conclude())];
    }
}
