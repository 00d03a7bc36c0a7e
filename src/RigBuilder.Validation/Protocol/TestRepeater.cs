using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Protocol;

/// <summary>Repeats one test until enough repetitions were undisturbed, or its time or its attempts are used up.</summary>
/// <param name="job">How often, and how long.</param>
/// <param name="ports">What it works with.</param>
/// <param name="gpuComputes">Whether graphics cards take part.</param>
/// <param name="tell">Receives the events.</param>
internal sealed class TestRepeater(InferenceJob job, InferenceChildPorts ports, bool gpuComputes, Action<InferenceEvent> tell)
{
    private static readonly TimeSpan SampleInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>One run that does not count: as llama-bench, a whole prompt or a few tokens, without depth.</summary>
    public Attempt<TestRun> WarmUp(IInferenceSession session, SpeedTest test, CancellationToken cancellation)
    {
        var warm = test.Kind == SpeedTestKind.Prompt ? test with { Depth = 0 } : test with { Tokens = Math.Min(SpeedTest.WarmUpTokens, test.Tokens), Depth = 0 };
        // Every token is told, so that what tells it is compiled before anything is timed.
        return session.Run(warm, new TokenWatch(warm, ports.Time, TimeSpan.Zero, tell), cancellation);
    }

    /// <summary>Repeats.</summary>
    /// <returns>Why it cannot go on; empty when it came to its end.</returns>
    public ImmutableArray<Diagnostic> Repeat(IInferenceSession session, SpeedTest test, CancellationToken cancellation)
    {
        var began = ports.Time.GetTimestamp();
        var undisturbed = 0;
        for (var attempt = 0; attempt < job.Attempts && undisturbed < job.Repetitions; attempt++)
        {
            var passed = ports.Time.GetElapsedTime(began).TotalSeconds;
            if (attempt >= InferenceJob.LeastRepetitions && passed > job.SecondsPerTest) break;
            var outcome = Once(session, test, (job.CutAfterSeconds ?? double.PositiveInfinity) - passed, cancellation);
            if (outcome is not { Value: { } repetition }) return outcome.Diagnostics;
            tell(repetition);
            if (repetition.Disturbances.IsEmpty) undisturbed++;
            else if (repetition.Disturbances[0].Kind == DisturbanceKind.CutShort) break;
        }

        return [];
    }

    private Attempt<InferenceEvent.RepetitionFinished> Once(IInferenceSession session, SpeedTest test, double cutAt, CancellationToken cancellation)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var repetition = RepetitionWatch.Begin(ports.Monitor, gpuComputes, cancellation);
        var cpu = ports.CpuTime();
        var tokens = new TokenWatch(test, ports.Time, SampleInterval, tell) { CutAt = cutAt, Cut = cut.Cancel };
        try
        {
            var outcome = session.Run(test, tokens, cut.Token);
            if (outcome is not { Value: { } run }) return Attempt<InferenceEvent.RepetitionFinished>.Failed(outcome.Diagnostics);
            run = run with { BestStretch = tokens.Fastest };
            return Attempt<InferenceEvent.RepetitionFinished>.Of(new InferenceEvent.RepetitionFinished(test, run, repetition.End(run)));
        }
        catch (OperationCanceledException) when (tokens.WasCut && !cancellation.IsCancellationRequested)
        {
            var run = Partial(tokens, (ports.CpuTime() - cpu).TotalSeconds);
            var why = new Disturbance(DisturbanceKind.CutShort, $"its time was over after {tokens.Done} of {test.Tokens} tokens");
            return Attempt<InferenceEvent.RepetitionFinished>.Of(new InferenceEvent.RepetitionFinished(test, run, [why, .. repetition.End(run)]));
        }
    }

    private TestRun Partial(TokenWatch tokens, double cpuSeconds)
    {
        var elapsed = Math.Max(tokens.Seconds, 1e-9);
        double? share = gpuComputes ? null : cpuSeconds / (elapsed * Math.Max(1, job.Context.Threads));
        return new TestRun(tokens.Done, Duration.FromSeconds(elapsed), share) { BestStretch = tokens.Fastest };
    }
}
