using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Yaml.Reading;

/// <summary>The outcome of reading a file that is one value.</summary>
/// <param name="Value">The value; null when there are errors.</param>
/// <param name="Diagnostics">Everything wrong or doubtful, in file order.</param>
/// <typeparam name="T">The type that is read.</typeparam>
public sealed record FileRead<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class;
