using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Storage;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Protocol;

/// <summary>What is shrunk or refused before anything runs.</summary>
public sealed class ValidatorRefusalTests
{
    private Bench _bench = null!;

    [SetUp]
    public void Make() => _bench = new Bench();

    [TearDown]
    public void Clear() => _bench.Dispose();

    [Test]
    public async Task Validation_WhileAnotherRuns_IsRefused()
    {
        using var held = ModelFolder.Take(_bench.Folder, _bench.Machine).Value;
        var report = await _bench.RunAsync();
        Assert.That(report.Diagnostics.Single().Code, Is.EqualTo("RB5204"));
    }

    [Test]
    public async Task Model_LargerThanMemory_IsShrunkByWholeSteps()
    {
        _bench.Machine = new FakeMachine(memory: Bytes.FromMiB(1000));
        var report = await _bench.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That(report.Subject.Context, Is.EqualTo(512));
            Assert.That(report.Subject.ModelName, Does.Contain("8 layers"));
            Assert.That(report.Notes, Has.Some.Contain("8 of its 16 layers"));
        });
    }

    [Test]
    public async Task Model_OfARigWithCardsOnAMachineWithout_IsShrunkToItsMemory()
    {
        _bench.Machine = new FakeMachine(memory: Bytes.FromMiB(1000));
        _bench.Forecaster = new FakeForecaster(gpuLayers: 17);
        _bench.Request = _bench.Request with { Rig = TestParts.RigWithGpu, Machine = new() { Processor = "Fake CPU" } };
        Assert.That((await _bench.RunAsync()).Subject.ModelName, Does.Contain("8 layers"));
    }

    [Test]
    public async Task Model_WithoutAPrediction_IsHeldAgainstMemoryByItsFile()
    {
        _bench.Machine = new FakeMachine(memory: Bytes.FromMiB(100));
        _bench.Forecaster = new BlindForecaster();
        Assert.That((await _bench.RunAsync()).Diagnostics.Single().Code, Is.EqualTo("RB5201"));
    }

    [Test]
    public async Task Model_LargerThanMemoryAndNotToBeShrunk_IsRefusedBeforehand()
    {
        _bench.Machine = new FakeMachine(memory: Bytes.FromMiB(1000));
        _bench.Request = _bench.Request with { MayShrink = false };
        var report = await _bench.RunAsync();
        Assert.That(report.Diagnostics.Single().Code, Is.EqualTo("RB5201"));
    }

    [Test]
    public async Task Disk_TooSmallForRandomWeights_IsRefusedBeforehand()
    {
        _bench.Machine = new FakeMachine(disk: Bytes.FromMiB(100));
        _bench.Request = _bench.Request with { Fill = Validation.Gguf.WeightFill.Random };
        Assert.That((await _bench.RunAsync()).Diagnostics.Single().Code, Is.EqualTo("RB5202"));
    }

    [Test]
    public async Task Library_MissingAtFirstSight_IsRefusedBeforeAnythingIsWritten()
    {
        var missing = InferenceDiagnostics.LibraryMissing("nowhere");
        var steps = new List<ValidationStep>();
        var report = await _bench.Obstructed(missing).RunAsync(_bench.Request, new Collect(p => steps.Add(p.Step)), default);
        Assert.That((report.Verdict, report.Diagnostics.Single().Code), Is.EqualTo((ValidationVerdict.Failed, "RB5001")));
        Assert.That(steps, Is.EqualTo(new[] { ValidationStep.Preparing }));
    }

    [Test]
    public async Task Quest_WithContradictions_IsRefused()
    {
        _bench.Request = _bench.Request with { Quest = Shapes.Quest() with { ValueType = KvType.Q8_0, FlashAttention = false }, Repetitions = 0 };
        Assert.That((await _bench.RunAsync()).Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { "RB5009", "RB5009" }));
    }

    [Test]
    public async Task Depth_BeyondMemory_IsRefusedBeforehandAndNotMadeSmaller()
    {
        _bench.Machine = new FakeMachine(memory: Bytes.FromMiB(3000));
        _bench.Request = _bench.Request with { Depths = [64, 50_000] };
        var diagnostic = (await _bench.RunAsync()).Diagnostics.Single();
        Assert.That(diagnostic.Code, Is.EqualTo("RB5201"));
        Assert.That(diagnostic.Message, Does.Contain("tg128 @ d50000"));
        Assert.That(diagnostic.Help, Does.Contain("--depth"));
    }

    [Test]
    public async Task Depth_OfAModelThatIsShrunk_Stays()
    {
        _bench.Machine = new FakeMachine(memory: Bytes.FromMiB(1000));
        _bench.Request = _bench.Request with { Depths = [700] };
        var report = await _bench.RunAsync();
        Assert.That(report.Subject.ModelName, Does.Contain("8 layers"));
        Assert.That(report.Measurements.Series.Select(s => s.Test.Depth), Does.Contain(700));
    }

    private static IEnumerable<TestCaseData> Absurd()
    {
        static TestCaseData Case(string name, string told, Func<ValidationRequest, ValidationRequest> change) => new(told, change) { TestName = $"Request_With{name}_IsRefused" };
        yield return Case("TooManyRepetitions", "2147483647 repetitions", r => r with { Repetitions = int.MaxValue });
        yield return Case("TooDeepATest", "2147483647", r => r with { Depths = [1, int.MaxValue] });
        yield return Case("TooLongAContext", "2000000000 tokens", r => r with { Quest = r.Quest with { Context = 2_000_000_000 } });
        yield return Case("TooManyUsers", "2147483647 users", r => r with { Quest = r.Quest with { Users = int.MaxValue } });
        yield return Case("NegativeGpuLayers", "-7 layers", r => r with { GpuLayers = -7 });
        yield return Case("MoreThreadsThanProcessors", "threads", r => r with { Threads = Environment.ProcessorCount + 1 });
    }

    [TestCaseSource(nameof(Absurd))]
    public async Task Request_WithAnAbsurdNumber_IsRefused(string told, Func<ValidationRequest, ValidationRequest> change)
    {
        _bench.Request = change(_bench.Request);
        var diagnostic = (await _bench.RunAsync()).Diagnostics.Single();
        Assert.That(diagnostic.Code, Is.EqualTo("RB5009"));
        Assert.That(diagnostic.Message, Does.Contain(told));
    }

    [Test]
    public async Task Request_WithSeveralAbsurdNumbers_IsToldThemAllAtOnce()
    {
        _bench.Request = _bench.Request with { Repetitions = int.MaxValue, Depths = [int.MaxValue], GpuLayers = int.MinValue, Threads = int.MaxValue };
        Assert.That((await _bench.RunAsync()).Diagnostics.Select(d => d.Code), Is.EqualTo(Enumerable.Repeat("RB5009", 4)));
    }

    [TestCase(2_000_000_000, 64)]
    [TestCase(ExactMemory.MostTokens + 1, 1)]
    public async Task Planner_AskedForAbsurdlyManyTokens_IsNotStarted(int context, int users)
    {
        var launcher = new ScriptedLauncher(0, "");
        var exact = await new ExactMemory(launcher, TimeProvider.System).MeasureAsync(Shapes.Quest(context: context) with { Users = users }, default);
        Assert.That(exact.Diagnostics.Single().Code, Is.EqualTo("RB5009"));
        Assert.That(exact.Diagnostics.Single().Help, Does.Contain("20000000 tokens"));
    }

    /// <summary>Predicts nothing, as without a calibration.</summary>
    private sealed class BlindForecaster : Prediction.IForecaster
    {
        public Prediction.Forecast Predict(Domain.Rigs.Rig rig, Quest quest) => new FakeForecaster().Predict(rig, quest) with { Memory = null, Prompt = null, Decode = null };
    }

    private sealed class Collect(Action<ValidationProgress> receive) : IProgress<ValidationProgress>
    {
        public void Report(ValidationProgress value) => receive(value);
    }
}
