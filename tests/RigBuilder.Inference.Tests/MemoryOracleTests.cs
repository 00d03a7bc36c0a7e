using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference.Tests;

/// <summary>llama.cpp's own planner against a real allocation and against published file sizes.</summary>
[NonParallelizable]
public sealed class MemoryOracleTests
{
    private IMemoryOracle? _oracle;

    [OneTimeSetUp]
    public void OpenOracle()
    {
        Natives.Require();
        var opened = LLamaSharpMemoryOracle.Open();
        Assert.That(opened.Succeeded, Is.True, () => opened.Reason);
        _oracle = opened.Value;
    }

    [OneTimeTearDown]
    public void CloseOracle() => _oracle?.Dispose();

    [TestCase(512, true, KvType.F16)]
    [TestCase(1000, true, KvType.Q8_0)]
    [TestCase(2048, false, KvType.F16)]
    public void Plan_OfASmallModel_EqualsTheRealAllocation(int context, bool flash, KvType kv)
    {
        var model = TinyModels.Llama();
        var options = new ContextOptions { Context = context, Threads = 1, FlashAttention = flash, KeyType = kv, ValueType = kv };
        var planned = _oracle!.Measure(model, TinyModels.Q4_0, options).Value!;
        var real = Allocate(model, options);
        Assert.Multiple(() =>
        {
            foreach (var kind in new[] { MemoryKind.Weights, MemoryKind.Kv, MemoryKind.Compute })
                Assert.That(planned[kind].MiB, Is.EqualTo(real[kind].MiB).Within(0.011), kind.ToString());
        });
    }

    [Test]
    public void Plan_OfSeventyBillionWeights_TakesNoMemory()
    {
        var model = TinyModels.Llama(layers: 80, hidden: 8192, heads: 64, kvHeads: 8, ffn: 28672, vocab: 32000);
        var planned = _oracle!.Measure(model, TinyModels.Q4_0, new ContextOptions { Context = 4096, Threads = 1, FlashAttention = true }).Value!;
        Assert.That(planned[MemoryKind.Weights].GiB, Is.EqualTo(36.2).Within(0.5).Percent, "LLaMA 2 70B Q4_0 as published");
        Assert.That(planned[MemoryKind.Kv].MiB, Is.EqualTo(2.0 * 80 * 4096 * 1024 * 2 / (1024 * 1024)).Within(0.01));
        Assert.That(System.Diagnostics.Process.GetCurrentProcess().WorkingSet64 / 1e9, Is.LessThan(4));
    }

    [Test]
    public void Plan_OfWhatCannotBeSynthesised_IsRefused()
    {
        var model = TinyModels.Llama() with { Architecture = "mamba" };
        Assert.That(_oracle!.Measure(model, TinyModels.Q4_0, new ContextOptions { Context = 512, Threads = 1 }).Diagnostics.Single().Code, Is.EqualTo("RB5009"));
    }

    private static BufferReport Allocate(LlmModel model, ContextOptions options)
    {
        var path = Path.Combine(Path.GetTempPath(), $"rigbuilder-test-{Guid.NewGuid():N}.gguf");
        try
        {
            using (var stream = File.Create(path)) new SyntheticModel(model, TinyModels.Q4_0).Write(stream, WeightFill.Sparse, null, default);
            using var library = new LLamaSharpRuntime().Open().Value!;
            using var loaded = library.Load(new LoadOptions { ModelPath = path }, null, default).Value!;
            using var session = loaded.Open(options).Value!;
            return loaded.Weights + session.Memory;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
