using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Tests.Contracts;

namespace RigBuilder.LlamaCpp.Tests;

/// <summary>The contract on llama.cpp itself.</summary>
public sealed class LlamaCppRuntimeTests : InferenceRuntimeContract
{
    private string? _file;

    [OneTimeTearDown]
    public void DeleteFile()
    {
        if (_file is not null) File.Delete(_file);
    }

    protected override IInferenceRuntime Runtime() => new LlamaCppRuntime(Natives.Require());

    protected override string ModelPath()
    {
        if (_file is not null) return _file;
        _file = Path.Combine(Path.GetTempPath(), $"rigbuilder-test-{Guid.NewGuid():N}.gguf");
        using var stream = File.Create(_file);
        new SyntheticModel(TinyModels.Llama(), TinyModels.Q4_0).Write(stream, WeightFill.Sparse, null, default);
        return _file;
    }

    [Test]
    public void Load_OfGarbage_FailsWithTheLibrarysReason()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "this is no model");
        var loaded = Library.Load(new LoadOptions { ModelPath = path }, null, default);
        File.Delete(path);
        Assert.That(loaded.Succeeded, Is.False);
        Assert.That(loaded.Reason, Does.Contain("magic"));
    }

    [Test]
    public void Context_OfQuantisedValuesWithoutFlashAttention_IsRefusedBeforeTheLibrary()
    {
        using var model = Library.Load(new LoadOptions { ModelPath = ModelPath() }, null, default).Value!;
        var opened = model.Open(new ContextOptions { Context = 512, Threads = 1, FlashAttention = false, ValueType = Domain.Workloads.KvType.Q8_0 });
        Assert.That(opened.Diagnostics.Single().Code, Is.EqualTo("RB5009"));
    }

    [Test]
    public void Context_OfSeveralSequences_HoldsThemAll()
    {
        using var model = Library.Load(new LoadOptions { ModelPath = ModelPath() }, null, default).Value!;
        using var one = model.Open(new ContextOptions { Context = 512, Threads = 1 }).Value!;
        using var four = model.Open(new ContextOptions { Context = 2048, Sequences = 4, Threads = 1 }).Value!;
        Assert.That(four.Memory[MemoryKind.Kv] / one.Memory[MemoryKind.Kv], Is.EqualTo(4).Within(0.01));
    }
}
