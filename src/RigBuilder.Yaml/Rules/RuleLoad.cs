using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Rules.Model;

namespace RigBuilder.Yaml.Rules;

/// <summary>The outcome of reading rules: everything that is good, and everything that is wrong with the rest.</summary>
/// <param name="Rules">The good rules.</param>
/// <param name="Diagnostics">What is wrong, in the order of roots, files and lines, then of the set.</param>
public sealed record RuleLoad(RuleSet Rules, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether any rule or file could not be used.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
}
