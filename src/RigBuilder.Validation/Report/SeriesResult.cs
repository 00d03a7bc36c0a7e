using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Report;

/// <summary>The repetitions of one test.</summary>
/// <param name="Test">The test.</param>
/// <param name="Runs">Every repetition with what disturbed it, in order.</param>
public sealed record SeriesResult(SpeedTest Test, ImmutableArray<JudgedRun> Runs)
{
    /// <summary>Repetitions that count.</summary>
    [JsonIgnore]
    public IEnumerable<JudgedRun> Undisturbed => Runs.Where(r => r.Disturbances.IsEmpty);

    /// <summary>Number of rejected repetitions.</summary>
    [JsonIgnore]
    public int Rejected => Runs.Count(r => !r.Disturbances.IsEmpty);

    /// <summary>Whether every repetition was disturbed: then the best of them stands in, a lower bound and no proof of anything slower.</summary>
    [JsonIgnore]
    public bool AllDisturbed => Runs.Length > 0 && Rejected == Runs.Length;

    /// <summary>
    /// Mean speed of what counts (llama-bench's definition); when all were disturbed the highest of their
    /// lower bounds (<see cref="TestRun.LowerBound"/>); zero without runs.
    /// </summary>
    [JsonIgnore]
    public TokensPerSecond Mean => Runs.IsEmpty
        ? TokensPerSecond.Zero
        : TokensPerSecond.FromValue(AllDisturbed ? Runs.Max(r => r.Run.LowerBound.Value) : Undisturbed.Average(r => r.Run.Speed.Value));

    /// <summary>Sample standard deviation of what counts; zero with fewer than two.</summary>
    [JsonIgnore]
    public TokensPerSecond Deviation
    {
        get
        {
            var speeds = Undisturbed.Select(r => r.Run.Speed.Value).ToArray();
            if (speeds.Length < 2) return TokensPerSecond.Zero;
            var mean = speeds.Average();
            return TokensPerSecond.FromValue(Math.Sqrt(speeds.Sum(s => (s - mean) * (s - mean)) / (speeds.Length - 1)));
        }
    }

    /// <summary>How often each kind of disturbance occurred.</summary>
    public int Count(DisturbanceKind kind) => Runs.Count(r => r.Disturbances.Any(d => d.Kind == kind));
}

/// <summary>A repetition and why it does not count.</summary>
/// <param name="Run">Its time.</param>
/// <param name="Disturbances">Empty when it counts.</param>
public sealed record JudgedRun(TestRun Run, ImmutableArray<Disturbance> Disturbances);
