using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Tests.Contracts;

/// <summary>
/// What every inference runtime must do. A test project derives one fixture per implementation and provides a small Llama
/// model (2 layers, width 256, 4 heads of 64, 2 of them for keys, vocabulary 1,000) as a file.
/// </summary>
[NonParallelizable]
public abstract class InferenceRuntimeContract
{
    private static readonly ContextOptions Options = new() { Context = 512, Threads = 2 };
    private IInferenceLibrary? _library;

    /// <summary>The runtime; ignore the test where it cannot run.</summary>
    protected abstract IInferenceRuntime Runtime();

    /// <summary>Path of the small model.</summary>
    protected abstract string ModelPath();

    /// <summary>The opened library, shared by the tests of a fixture.</summary>
    protected IInferenceLibrary Library => _library ??= Open();

    [OneTimeTearDown]
    public void CloseLibrary() => _library?.Dispose();

    [Test]
    public void Library_WhenOpened_DescribesItself()
    {
        var description = Library.Description;
        Assert.Multiple(() =>
        {
            Assert.That(description.Runtime, Is.Not.Empty);
            Assert.That(description.Version, Is.Not.Empty);
            Assert.That(description.Devices.Any(d => d.Kind == InferenceDeviceKind.Cpu), Is.True, "the CPU is a device");
        });
    }

    [Test]
    public void Load_OfAModel_ReportsProgressUpToOne()
    {
        var heard = new List<double>();
        using var model = Load(new Heard(heard));
        Assert.That(heard, Is.Not.Empty.And.Ordered);
        Assert.That(heard[^1], Is.EqualTo(1));
        Assert.That(heard, Is.All.InRange(0, 1));
        Assert.That(model.LoadTime.Seconds, Is.GreaterThan(0));
    }

    [Test]
    public void Load_OfAModel_TellsFactsAndWeights()
    {
        using var model = Load();
        Assert.Multiple(() =>
        {
            Assert.That(model.Facts.Size.Count, Is.Positive);
            Assert.That(model.Facts.Vocabulary, Is.Positive);
            Assert.That(model.Facts.Layers, Is.Positive);
            Assert.That(model.Weights[MemoryKind.Weights] / model.Facts.Size, Is.EqualTo(1).Within(0.02));
            Assert.That(model.Weights[MemoryKind.Kv].Count, Is.Zero);
        });
    }

    [Test]
    public void Load_OfMissingFile_FailsWithAReason()
    {
        var loaded = Library.Load(new LoadOptions { ModelPath = ModelPath() + ".missing" }, null, default);
        Assert.That(loaded.Succeeded, Is.False);
        Assert.That(loaded.Diagnostics[0].Code, Is.EqualTo("RB5005"));
        Assert.That(loaded.Reason, Is.Not.Empty);
    }

    [Test]
    public void Load_WhenCancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(() => Library.Load(new LoadOptions { ModelPath = ModelPath() }, null, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Context_WhenOpened_ReportsItsMemory()
    {
        using var model = Load();
        using var session = Open(model, Options);
        Assert.Multiple(() =>
        {
            Assert.That(session.Memory[MemoryKind.Kv].Count, Is.Positive);
            Assert.That(session.Memory[MemoryKind.Compute].Count, Is.Positive);
            Assert.That(session.Memory[MemoryKind.Weights].Count, Is.Zero, "weights belong to the model");
        });
    }

    [Test]
    public void Context_WithContradictoryOptions_FailsWithAReason()
    {
        using var model = Load();
        var opened = model.Open(Options with { Threads = 0 });
        Assert.That(opened.Succeeded, Is.False);
        Assert.That(opened.Reason, Is.Not.Empty);
    }

    [TestCase(SpeedTestKind.Prompt, 64, 0)]
    [TestCase(SpeedTestKind.Generation, 8, 0)]
    [TestCase(SpeedTestKind.Generation, 4, 100)]
    public void Test_OfEveryKind_TakesTimeAndCountsTokens(SpeedTestKind kind, int tokens, int depth)
    {
        using var model = Load();
        using var session = Open(model, Options);
        for (var repetition = 0; repetition < 2; repetition++)
        {
            var run = session.Run(new SpeedTest(kind, tokens, depth), null, default);
            Assert.That(run.Succeeded, Is.True, () => run.Reason);
            Assert.That(run.Value!.Tokens, Is.EqualTo(tokens));
            Assert.That(run.Value.Speed.Value, Is.GreaterThan(0));
            Assert.That(run.Value.CpuShare ?? 0, Is.AtLeast(0));
        }
    }

    [Test]
    public void Test_LargerThanTheContext_FailsWithAReason()
    {
        using var model = Load();
        using var session = Open(model, Options);
        Assert.That(session.Run(new SpeedTest(SpeedTestKind.Prompt, 513), null, default).Succeeded, Is.False);
    }

    [Test]
    public void Test_WhenCancelled_Throws()
    {
        using var model = Load();
        using var session = Open(model, Options);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(() => session.Run(SpeedTest.Generation, null, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Models_LoadedOneAfterTheOther_AreIndependent()
    {
        Load().Dispose();
        using var again = Load();
        using var first = Open(again, Options);
        using var second = Open(again, Options with { Context = 256 });
        Assert.That(second.Run(new SpeedTest(SpeedTestKind.Generation, 2), null, default).Succeeded, Is.True);
        Assert.That(first.Run(new SpeedTest(SpeedTestKind.Generation, 2), null, default).Succeeded, Is.True);
    }

    private ILoadedModel Load(IProgress<double>? progress = null)
    {
        var loaded = Library.Load(new LoadOptions { ModelPath = ModelPath() }, progress, default);
        Assert.That(loaded.Succeeded, Is.True, () => loaded.Reason);
        return loaded.Value!;
    }

    private static IInferenceSession Open(ILoadedModel model, ContextOptions options)
    {
        var opened = model.Open(options);
        Assert.That(opened.Succeeded, Is.True, () => opened.Reason);
        return opened.Value!;
    }

    private IInferenceLibrary Open()
    {
        var opened = Runtime().Open();
        Assert.That(opened.Succeeded, Is.True, () => opened.Reason);
        return opened.Value!;
    }

    private sealed class Heard(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
