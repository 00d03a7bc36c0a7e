using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Child;

/// <summary>What the inference process tells while it works; one JSON line each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(StageBegan), "stage")]
[JsonDerivedType(typeof(IdleChecked), "idle")]
[JsonDerivedType(typeof(BandwidthProbed), "bandwidth")]
[JsonDerivedType(typeof(LibraryOpened), "library")]
[JsonDerivedType(typeof(LoadProgressed), "load")]
[JsonDerivedType(typeof(ModelLoaded), "model")]
[JsonDerivedType(typeof(ContextMeasured), "context")]
[JsonDerivedType(typeof(WarmedUp), "warm")]
[JsonDerivedType(typeof(SpeedSampled), "speed")]
[JsonDerivedType(typeof(RepetitionFinished), "repetition")]
[JsonDerivedType(typeof(Complained), "complaint")]
[JsonDerivedType(typeof(LastWords), "last-words")]
[JsonDerivedType(typeof(Finished), "finished")]
public abstract record InferenceEvent
{
    private InferenceEvent()
    {
    }

    /// <summary>A stage begins.</summary>
    /// <param name="Stage">Which.</param>
    /// <param name="Test">The test, for stages that belong to one.</param>
    public sealed record StageBegan(InferenceStage Stage, SpeedTest? Test = null) : InferenceEvent;

    /// <summary>How busy the machine was before anything ran.</summary>
    public sealed record IdleChecked(IdleReport Report) : InferenceEvent;

    /// <summary>Memory bandwidth was measured.</summary>
    public sealed record BandwidthProbed(BandwidthReport Report) : InferenceEvent;

    /// <summary>The native library is open.</summary>
    public sealed record LibraryOpened(RuntimeDescription Description) : InferenceEvent;

    /// <summary>The load has come so far, 0 to 1.</summary>
    public sealed record LoadProgressed(double Share) : InferenceEvent;

    /// <summary>The model is in memory.</summary>
    public sealed record ModelLoaded(ModelFacts Facts, Duration Elapsed, BufferReport Weights) : InferenceEvent;

    /// <summary>The quest's context was created: cache and compute buffers.</summary>
    public sealed record ContextMeasured(BufferReport Memory) : InferenceEvent;

    /// <summary>A warm-up run ended; its time does not count.</summary>
    public sealed record WarmedUp(SpeedTest Test, TestRun Run) : InferenceEvent;

    /// <summary>How fast a running repetition generates, a few times a second.</summary>
    /// <param name="Test">Of which test.</param>
    /// <param name="Done">Tokens generated in this repetition.</param>
    /// <param name="Speed">Speed since the sample before.</param>
    public sealed record SpeedSampled(SpeedTest Test, int Done, TokensPerSecond Speed) : InferenceEvent;

    /// <summary>A repetition ended.</summary>
    /// <param name="Test">Of which test.</param>
    /// <param name="Run">Its time.</param>
    /// <param name="Disturbances">Why it is rejected; empty when it counts.</param>
    public sealed record RepetitionFinished(SpeedTest Test, TestRun Run, ImmutableArray<Disturbance> Disturbances) : InferenceEvent;

    /// <summary>Something is wrong; the run ends after an error.</summary>
    public sealed record Complained(Diagnostic Diagnostic) : InferenceEvent;

    /// <summary>What the native library said right before it aborted the process.</summary>
    public sealed record LastWords(string Text) : InferenceEvent;

    /// <summary>Nothing more comes.</summary>
    /// <param name="Complete">Whether everything asked for was done.</param>
    public sealed record Finished(bool Complete) : InferenceEvent;
}
