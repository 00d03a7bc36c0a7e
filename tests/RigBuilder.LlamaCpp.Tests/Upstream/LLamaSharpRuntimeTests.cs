using RigBuilder.LLamaSharp;
using RigBuilder.Validation;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;

namespace RigBuilder.LlamaCpp.Tests.Upstream;

/// <summary>The LLamaSharp runtime behind the port, on the natives of its CPU backend.</summary>
[NonParallelizable]
public sealed class LLamaSharpRuntimeTests
{
    private string _folder = "";
    private IInferenceLibrary _library = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;
        var opened = new LLamaSharpRuntime().Open();
        Assert.That(opened.Succeeded, Is.True, () => opened.Reason);
        _library = opened.Value!;
    }

    [OneTimeTearDown]
    public void Close()
    {
        _library?.Dispose();
        Directory.Delete(_folder, true);
    }

    [Test]
    public void Library_Opened_NamesItsDevices() => Assert.Multiple(() =>
    {
        Assert.That(_library.Description.Devices.Count(d => d.Kind == InferenceDeviceKind.Cpu), Is.EqualTo(1));
        Assert.That(_library.Description.Devices.First(d => d.Kind == InferenceDeviceKind.Cpu).Total.GiB, Is.GreaterThan(0.5));
        Assert.That(_library.Description.SystemInfo, Does.Contain("CPU"));
    });

    [Test]
    public void Model_OfAToyShape_LoadsRunsAndTellsItsMemory()
    {
        var shares = new List<double>();
        using var model = Model(new Shares(shares));
        var opened = model.Open(new ContextOptions { Context = 512, Threads = 2 });
        Assert.That(opened.Succeeded, Is.True, () => opened.Reason);
        using var session = opened.Value!;
        var prompt = session.Run(new SpeedTest(SpeedTestKind.Prompt, 64), default).Value!;
        var generation = session.Run(new SpeedTest(SpeedTestKind.Generation, 16, 32), default).Value!;
        Assert.Multiple(() =>
        {
            Assert.That(shares, Is.Not.Empty.And.Ordered);
            Assert.That(shares[^1], Is.EqualTo(1));
            Assert.That(model.Facts.Layers, Is.EqualTo(2));
            Assert.That(model.Facts.Vocabulary, Is.EqualTo(1000));
            Assert.That(model.Weights[MemoryKind.Weights].MiB, Is.GreaterThan(0.3));
            Assert.That(session.Memory[MemoryKind.Kv].MiB, Is.EqualTo(2 * 2 * 512 * 128 * 2 / 1048576.0).Within(0.01));
            Assert.That(prompt.Tokens, Is.EqualTo(64));
            Assert.That(prompt.Speed.Value, Is.GreaterThan(1));
            Assert.That(generation.Speed.Value, Is.GreaterThan(1));
            Assert.That(generation.CpuShare, Is.Not.Null);
        });
    }

    [Test]
    public void Test_LongerThanTheContext_IsRefused()
    {
        using var model = Model(null);
        using var session = model.Open(new ContextOptions { Context = 256, Threads = 2 }).Value!;
        Assert.That(session.Run(new SpeedTest(SpeedTestKind.Prompt, 512), default).Diagnostics.Single().Code, Is.EqualTo("RB5009"));
    }

    [Test]
    public void Context_WithQuantisedValuesWithoutFlashAttention_IsRefused()
    {
        using var model = Model(null);
        var opened = model.Open(new ContextOptions { Context = 256, Threads = 2, ValueType = Domain.Workloads.KvType.Q8_0, FlashAttention = false });
        Assert.That(opened.Diagnostics.Single().Code, Is.EqualTo("RB5009"));
    }

    [TestCase("missing.gguf", false)]
    [TestCase("garbage.gguf", true)]
    public void Model_MissingOrGarbage_IsRefusedWithAReason(string name, bool write)
    {
        var path = Path.Combine(_folder, name);
        if (write) File.WriteAllText(path, "not a model");
        var loaded = _library.Load(new LoadOptions { ModelPath = path }, null, default);
        Assert.Multiple(() =>
        {
            Assert.That(loaded.Succeeded, Is.False);
            Assert.That(loaded.Diagnostics.Single().Code, Is.EqualTo("RB5005"));
            Assert.That(loaded.Reason, Does.Contain(name));
        });
    }

    [Test]
    public void Run_Cancelled_Throws()
    {
        using var model = Model(null);
        using var session = model.Open(new ContextOptions { Context = 256, Threads = 2 }).Value!;
        Assert.That(() => session.Run(new SpeedTest(SpeedTestKind.Generation, 8), new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
    }

    private ILoadedModel Model(IProgress<double>? progress)
    {
        using var folder = ModelFolder.Take(_folder, new LocalResources()).Value!;
        var path = folder.Provide(TinyModels.Llama(), TinyModels.Q4_0, WeightFill.Sparse, null, default).Value!;
        var loaded = _library.Load(new LoadOptions { ModelPath = path }, progress, default);
        Assert.That(loaded.Succeeded, Is.True, () => loaded.Reason);
        return loaded.Value!;
    }

    private sealed class Shares(List<double> shares) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (shares) shares.Add(value);
        }
    }
}
