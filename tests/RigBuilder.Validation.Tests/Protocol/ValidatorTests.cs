using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Child;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Protocol;

public sealed class ValidatorTests
{
    private Bench _bench = null!;

    [SetUp]
    public void Make() => _bench = new Bench();

    [TearDown]
    public void Clear() => _bench.Dispose();

    [TestCase(500, 50, ValidationVerdict.WithinRange)]
    [TestCase(500, 30, ValidationVerdict.Slower)]
    [TestCase(300, 50, ValidationVerdict.Slower)]
    [TestCase(900, 90, ValidationVerdict.Faster)]
    [TestCase(900, 50, ValidationVerdict.WithinRange)]
    public async Task Validation_OfMeasuredSpeeds_GivesVerdict(double prompt, double decode, ValidationVerdict expected)
    {
        _bench.Runtime = new FakeRuntime { PromptSpeed = TokensPerSecond.FromValue(prompt), DecodeSpeed = TokensPerSecond.FromValue(decode) };
        var report = await _bench.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That(report.Verdict, Is.EqualTo(expected), report.Summary);
            Assert.That(report.Rows.Single(r => r.Term == ComparisonTerm.Prompt).Measured, Is.EqualTo(prompt).Within(1e-6));
            Assert.That(report.Rows.Single(r => r.Term == ComparisonTerm.Decode).Measured, Is.EqualTo(decode).Within(1e-6));
            Assert.That(_bench.Left, Is.Empty, "the sparse model is deleted");
        });
    }

    [Test]
    public async Task Validation_OfMemory_ComparesTermByTerm()
    {
        _bench.Runtime = new FakeRuntime
        {
            Context = new([new MemoryBuffer("CPU", MemoryKind.Kv, Bytes.FromMiB(110)), new MemoryBuffer("CPU", MemoryKind.Compute, Bytes.FromMiB(40))]),
        };
        var rows = (await _bench.RunAsync()).Rows.ToDictionary(r => r.Term, r => r.Verdict);
        Assert.Multiple(() =>
        {
            Assert.That(rows[ComparisonTerm.Weights], Is.EqualTo(RowVerdict.Within));
            Assert.That(rows[ComparisonTerm.Kv], Is.EqualTo(RowVerdict.Worse));
            Assert.That(rows[ComparisonTerm.Compute], Is.EqualTo(RowVerdict.Better));
            Assert.That(rows[ComparisonTerm.Load], Is.EqualTo(RowVerdict.NotCompared));
        });
    }

    [TestCase(100, 50, true, "The prediction holds.")]
    [TestCase(110, 40, true, "The prediction holds.")]
    [TestCase(150, 50, false, "The predicted speed holds, the memory does not.")]
    [TestCase(60, 50, true, "The prediction holds.")]
    public async Task Verdict_OfMemoryAllTogether_IsToldBesideTheSpeed(double kv, double compute, bool holds, string sentence)
    {
        _bench.Runtime = new FakeRuntime
        {
            Context = new([new MemoryBuffer("CPU", MemoryKind.Kv, Bytes.FromMiB(kv)), new MemoryBuffer("CPU", MemoryKind.Compute, Bytes.FromMiB(compute))]),
        };
        var report = await _bench.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That(report.MemoryTotal!.Holds, Is.EqualTo(holds));
            Assert.That(report.Summary, Does.StartWith(sentence).And.Contain($"Memory: {Bytes.FromMiB(1000 + kv + compute)}, predicted {Bytes.FromMiB(1150)}."));
        });
    }

    [Test]
    public async Task Repetitions_WithTooLittleCpu_AreRejectedAndReplaced()
    {
        _bench.Runtime = new FakeRuntime { CpuShares = [1, 0.5, 1, 0.6, 1] };
        var report = await _bench.RunAsync();
        var prompt = report.Measurements.Of(SpeedTestKind.Prompt)!;
        Assert.Multiple(() =>
        {
            Assert.That(prompt.Rejected, Is.EqualTo(2));
            Assert.That(prompt.Undisturbed.Count(), Is.EqualTo(5));
            Assert.That(prompt.Mean.Value, Is.EqualTo(500).Within(1e-6), "rejected runs do not count");
            Assert.That(prompt.Runs[0].Disturbances.Select(d => d.Kind), Is.EqualTo(new[] { DisturbanceKind.CpuTaken }));
            Assert.That(report.Verdict, Is.EqualTo(ValidationVerdict.WithinRange));
        });
    }

    [Test]
    public async Task Repetitions_AllDisturbedAndSlow_AreALowerBoundWithTheCause()
    {
        _bench.Runtime = new FakeRuntime { CpuShares = [0.5], DecodeSpeed = TokensPerSecond.FromValue(30) };
        var report = await _bench.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That(report.Verdict, Is.EqualTo(ValidationVerdict.Disturbed));
            Assert.That(report.Causes[0].Kind, Is.EqualTo(CauseKind.OtherLoad));
            Assert.That(report.Measurements.Series.Select(s => s.Runs.Length), Is.All.EqualTo(40), "eight times the wanted repetitions are tried");
            Assert.That(report.Rows.Single(r => r.Term == ComparisonTerm.Decode).MeasuredText, Is.EqualTo("≥ 29.1 tok/s"), "in the processor time it got");
            Assert.That(report.Summary, Does.Contain("lower bound"));
        });
    }

    [Test]
    public async Task Repetitions_AllDisturbed_LetTheFastestStretchStandIn()
    {
        var clock = new ManualClock();
        _bench.Machine = new FakeMachine { Time = clock };
        // Every second half of a generation takes ten times as long.
        _bench.Runtime = new FakeRuntime { CpuShares = [0.9], DecodeSpeed = TokensPerSecond.FromValue(30), Clock = clock, TokenSeconds = token => token > 64 ? 0.05 : 0.02 };
        var report = await _bench.RunAsync();
        var decode = report.Rows.Single(r => r.Term == ComparisonTerm.Decode);
        Assert.Multiple(() =>
        {
            Assert.That(decode.Measured, Is.EqualTo(50).Within(1e-6));
            Assert.That(decode.Verdict, Is.EqualTo(RowVerdict.Within), "a lower bound within the range confirms it");
            Assert.That(decode.Note, Does.Contain("16 tokens in a row"));
        });
    }

    [Test]
    public async Task Generation_MuchSlowerThanPredicted_IsCutWhenItsTimeIsOver()
    {
        var clock = new ManualClock();
        _bench.Machine = new FakeMachine { Time = clock };
        _bench.Runtime = new FakeRuntime { Clock = clock, TokenSeconds = _ => 0.5 };
        var report = await _bench.RunAsync();
        var series = report.Measurements.Of(SpeedTestKind.Generation)!;
        Assert.Multiple(() =>
        {
            Assert.That(series.Runs.Single().Disturbances[0].Kind, Is.EqualTo(DisturbanceKind.CutShort));
            Assert.That(series.Runs.Single().Run.Tokens, Is.EqualTo(30), "15 seconds of half a second each");
            Assert.That(series.Mean.Value, Is.EqualTo(2).Within(1e-6));
            Assert.That(report.Verdict, Is.EqualTo(ValidationVerdict.Disturbed));
        });
    }

    [Test]
    public async Task Generation_WhileRunning_TellsItsSpeed()
    {
        var clock = new ManualClock();
        var told = new List<InferenceEvent.SpeedSampled>();
        _bench.Machine = new FakeMachine { Time = clock };
        _bench.Runtime = new FakeRuntime { Clock = clock };
        await _bench.RunAsync(new Collect(p => { if (p.Event is InferenceEvent.SpeedSampled s) told.Add(s); }));
        Assert.That(told.Select(s => s.Speed.Value), Is.All.EqualTo(50).Within(1e-6));
        Assert.That(told.Count(s => s.Done > 100), Is.GreaterThanOrEqualTo(10), "five repetitions, two or more samples in the last 28 tokens of each");
    }

    [Test]
    public async Task IdleCheck_OfBusyMachine_NamesTheProgram()
    {
        _bench.Machine = new FakeMachine(others: 0.5);
        _bench.Runtime = new FakeRuntime { DecodeSpeed = TokensPerSecond.FromValue(10) };
        var report = await _bench.RunAsync();
        Assert.That(report.Causes.Single(c => c.Kind == CauseKind.OtherLoad)!.Evidence, Does.Contain("hog"));
    }

    [Test]
    public async Task Gpu_PlannedButNotSeen_NamesTheFallback()
    {
        _bench.Forecaster = new FakeForecaster(gpuLayers: 17);
        _bench.Request = _bench.Request with { GpuLayers = 17, Rig = TestParts.RigWithGpu };
        _bench.Runtime = new FakeRuntime { DecodeSpeed = TokensPerSecond.FromValue(5) };
        Assert.That((await _bench.RunAsync()).Causes[0].Kind, Is.EqualTo(CauseKind.CpuFallback));
    }

    [Test]
    public async Task Depth_WhenAsked_IsTestedAndCompared()
    {
        _bench.Request = _bench.Request with { Depths = [1024] };
        var row = (await _bench.RunAsync()).Rows.Single(r => r.Term == ComparisonTerm.DecodeAtDepth);
        Assert.That(row.Predicted, Is.EqualTo(45).Within(1e-9));
        Assert.That(row.Name, Is.EqualTo("generation tg128 @ d1024"));
    }

    [Test]
    public async Task Progress_OfAWholeRun_ComesInOrder()
    {
        var steps = new List<ValidationStep>();
        await _bench.RunAsync(new Collect(p => steps.Add(p.Step)));
        Assert.That(steps, Is.Ordered);
        Assert.That(steps.Distinct(), Is.EqualTo(Enum.GetValues<ValidationStep>()));
    }

    [Test]
    public async Task Progress_BeforeATest_CarriesItsPrediction()
    {
        var seen = new List<ValidationProgress>();
        await _bench.RunAsync(new Collect(seen.Add));
        var loading = seen.First(p => p.Step == ValidationStep.Loading).Rows.Single(r => r.Term == ComparisonTerm.Decode);
        var done = seen.Last().Rows.Single(r => r.Term == ComparisonTerm.Decode);
        Assert.That((loading.Predicted, loading.Measured, loading.Verdict), Is.EqualTo((done.Predicted, (double?)null, RowVerdict.NotCompared)));
        Assert.That((done.Measured, done.Verdict, seen.Last().Job?.Repetitions), Is.EqualTo((50.0, RowVerdict.Within, (int?)5)));
    }

    private sealed class Collect(Action<ValidationProgress> receive) : IProgress<ValidationProgress>
    {
        public void Report(ValidationProgress value) => receive(value);
    }
}
