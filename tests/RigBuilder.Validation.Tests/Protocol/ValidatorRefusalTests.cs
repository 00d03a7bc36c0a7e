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
    public async Task Quest_WithContradictions_IsRefused()
    {
        _bench.Request = _bench.Request with { Quest = Shapes.Quest() with { ValueType = KvType.Q8_0, FlashAttention = false }, Repetitions = 0 };
        Assert.That((await _bench.RunAsync()).Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { "RB5009", "RB5009" }));
    }

    /// <summary>Predicts nothing, as without a calibration.</summary>
    private sealed class BlindForecaster : Prediction.IForecaster
    {
        public Prediction.Forecast Predict(Domain.Rigs.Rig rig, Quest quest) => new FakeForecaster().Predict(rig, quest) with { Memory = null, Prompt = null, Decode = null };
    }
}
