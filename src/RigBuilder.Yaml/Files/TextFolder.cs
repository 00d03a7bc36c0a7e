using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Yaml.Files;

/// <summary>The YAML files below a folder.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Files">The files that could be read, ordered by path.</param>
/// <param name="Diagnostics">What is wrong with the others.</param>
public sealed record TextFolder(string Path, ImmutableArray<TextFile> Files, ImmutableArray<Diagnostic> Diagnostics);
