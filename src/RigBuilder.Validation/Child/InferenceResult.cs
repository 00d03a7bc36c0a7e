using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Validation.Child;

/// <summary>What came of an inference process.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Events">Everything it told, in order.</param>
/// <param name="Diagnostics">Its complaints, and what we found out about its death.</param>
public sealed record InferenceResult(InferenceEnding Ending, ImmutableArray<InferenceEvent> Events, ImmutableArray<Diagnostic> Diagnostics);
