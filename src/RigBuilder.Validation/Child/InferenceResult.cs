using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Validation.Child;

/// <summary>What came of an inference process.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Events">Everything it told, in order.</param>
/// <param name="Diagnostics">Its complaints, and what we found out about its death.</param>
public sealed record InferenceResult(InferenceEnding Ending, ImmutableArray<InferenceEvent> Events, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>How an inference process ended.</summary>
public enum InferenceEnding
{
    /// <summary>Everything asked for was done.</summary>
    Completed,

    /// <summary>It said itself why it could not go on.</summary>
    Failed,

    /// <summary>We were asked to stop.</summary>
    Cancelled,

    /// <summary>It died: aborted, was killed or crashed.</summary>
    Died,

    /// <summary>It told nothing for too long and was ended.</summary>
    Hung,
}
