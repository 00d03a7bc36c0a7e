using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Report;

/// <summary>Everything that was measured. What the run did not reach is null or empty.</summary>
public sealed record Measurements
{
    /// <summary>How busy the machine was.</summary>
    public IdleReport? Idle { get; init; }

    /// <summary>Memory bandwidth.</summary>
    public BandwidthReport? Bandwidth { get; init; }

    /// <summary>The library and its devices.</summary>
    public RuntimeDescription? Library { get; init; }

    /// <summary>The library's words on the model.</summary>
    public ModelFacts? Model { get; init; }

    /// <summary>Time to load.</summary>
    public Duration? Load { get; init; }

    /// <summary>Weights, cache and compute buffers under the quest's context.</summary>
    public BufferReport Memory { get; init; } = BufferReport.Empty;

    /// <summary>The tests.</summary>
    public ImmutableArray<SeriesResult> Series { get; init; } = [];

    /// <summary>Gathers the measurements from what an inference process told.</summary>
    public static Measurements From(IEnumerable<InferenceEvent> events) => events.Aggregate(new Measurements(), (m, e) => m.With(e));

    /// <summary>The series of a test; null when it was not run.</summary>
    public SeriesResult? Of(SpeedTestKind kind, int depth = 0) => Series.FirstOrDefault(s => s.Test.Kind == kind && s.Test.Depth == depth);

    /// <summary>The measurements with one more event.</summary>
    public Measurements With(InferenceEvent told) => told switch
    {
        InferenceEvent.IdleChecked e => this with { Idle = e.Report },
        InferenceEvent.BandwidthProbed e => this with { Bandwidth = e.Report },
        InferenceEvent.LibraryOpened e => this with { Library = e.Description },
        InferenceEvent.ModelLoaded e => this with { Model = e.Facts, Load = e.Elapsed, Memory = e.Weights },
        InferenceEvent.ContextMeasured e => this with { Memory = Memory + e.Memory },
        InferenceEvent.RepetitionFinished e => this with { Series = Add(e) },
        _ => this,
    };

    private ImmutableArray<SeriesResult> Add(InferenceEvent.RepetitionFinished e)
    {
        var run = new JudgedRun(e.Run, e.Disturbances);
        var at = Series.IndexOf(Series.FirstOrDefault(s => s.Test == e.Test)!);
        return at < 0 ? Series.Add(new SeriesResult(e.Test, [run])) : Series.SetItem(at, Series[at] with { Runs = Series[at].Runs.Add(run) });
    }
}
