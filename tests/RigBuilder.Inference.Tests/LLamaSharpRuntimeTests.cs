using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Tests.Contracts;

namespace RigBuilder.Inference.Tests;

/// <summary>The contract on LLamaSharp and the natives of its CPU backend, and what the contract leaves open.</summary>
[NonParallelizable]
public sealed class LLamaSharpRuntimeTests : InferenceRuntimeContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;
    private string? _file;

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, true);

    protected override IInferenceRuntime Runtime() => Natives.Require();

    protected override string ModelPath() => _file ??= Provide();

    [Test]
    public void Library_Opened_NamesItselfAndItsDevices() => Assert.Multiple(() =>
    {
        Assert.That(Library.Description.Runtime, Does.Match(@"^LLamaSharp \d+\.\d+"));
        Assert.That(Library.Description.Version, Does.StartWith("of LLamaSharp.Backend.Cpu"));
        Assert.That(Library.Description.Devices.Count(d => d.Kind == InferenceDeviceKind.Cpu), Is.EqualTo(1));
        Assert.That(Library.Description.Devices.First(d => d.Kind == InferenceDeviceKind.Cpu).Total.GiB, Is.GreaterThan(0.5));
        Assert.That(Library.Description.SystemInfo, Does.Contain("CPU"));
    });

    [Test]
    public void Model_OfAToyShape_TellsItsFactsAndItsMemory()
    {
        using var model = Model();
        var opened = model.Open(new ContextOptions { Context = 512, Threads = 2 });
        Assert.That(opened.Succeeded, Is.True, () => opened.Reason);
        using var session = opened.Value!;
        var prompt = session.Run(new SpeedTest(SpeedTestKind.Prompt, 64), null, default).Value!;
        var generation = session.Run(new SpeedTest(SpeedTestKind.Generation, 16, 32), null, default).Value!;
        Assert.Multiple(() =>
        {
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
    public void Context_WithQuantisedValuesWithoutFlashAttention_IsRefused()
    {
        using var model = Model();
        var opened = model.Open(new ContextOptions { Context = 256, Threads = 2, ValueType = Domain.Workloads.KvType.Q8_0, FlashAttention = false });
        Assert.That(opened.Diagnostics.Single().Code, Is.EqualTo("RB5009"));
    }

    [Test]
    public void Context_OfSeveralSequences_HoldsThemAll()
    {
        using var model = Model();
        using var one = model.Open(new ContextOptions { Context = 512, Threads = 1 }).Value!;
        using var four = model.Open(new ContextOptions { Context = 2048, Sequences = 4, Threads = 1 }).Value!;
        Assert.That(four.Memory[MemoryKind.Kv] / one.Memory[MemoryKind.Kv], Is.EqualTo(4).Within(0.01));
    }

    [TestCase("missing.gguf", false)]
    [TestCase("garbage.gguf", true)]
    public void Model_MissingOrGarbage_IsRefusedWithAReason(string name, bool write)
    {
        var path = Path.Combine(_folder, name);
        if (write) File.WriteAllText(path, "not a model");
        var loaded = Library.Load(new LoadOptions { ModelPath = path }, null, default);
        Assert.Multiple(() =>
        {
            Assert.That(loaded.Succeeded, Is.False);
            Assert.That(loaded.Diagnostics.Single().Code, Is.EqualTo("RB5005"));
            Assert.That(loaded.Reason, Does.Contain(name));
            if (write) Assert.That(loaded.Reason, Does.Contain("magic"));
        });
    }

    private ILoadedModel Model()
    {
        var loaded = Library.Load(new LoadOptions { ModelPath = ModelPath() }, null, default);
        Assert.That(loaded.Succeeded, Is.True, () => loaded.Reason);
        return loaded.Value!;
    }

    private string Provide()
    {
        var path = Path.Combine(_folder, "toy.gguf");
        using var stream = File.Create(path);
        new SyntheticModel(TinyModels.Llama(), TinyModels.Q4_0).Write(stream, WeightFill.Sparse, null, default);
        return path;
    }
}
