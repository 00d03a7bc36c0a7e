using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Yaml.Syntax;

/// <summary>The outcome of parsing a file.</summary>
/// <param name="Root">What could be parsed; null when nothing could. Holds only complete entries.</param>
/// <param name="IsComplete">Whether <paramref name="Root"/> is the whole file; when not, only lists of independent entries may be used.</param>
/// <param name="Diagnostics">All syntax errors.</param>
public sealed record ParsedYaml(YamlNode? Root, bool IsComplete, ImmutableArray<Diagnostic> Diagnostics);
