using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference.Tests;

/// <summary>The memory formulas held against llama.cpp's own planner, for every model of the catalog that can be synthesised.</summary>
[NonParallelizable]
public sealed class MemoryFormulaTests
{
    /// <summary>The quality bar: within 2 % of what llama.cpp reports.</summary>
    private const double Tolerance = 0.02;
    private static readonly Forecaster Forecaster = ShippedData.Forecaster();
    private IMemoryOracle? _oracle;

    private static IEnumerable<TestCaseData> Models => ShippedData.Catalog.Models.Items
        .Where(m => new SyntheticModel(m, TinyModels.Q4_K_M).Obstacle() is null)
        .Select(m => new TestCaseData(m).SetArgDisplayNames(m.Id));

    [OneTimeSetUp]
    public void OpenOracle()
    {
        Natives.Require();
        _oracle = LLamaSharpMemoryOracle.Open().Value;
    }

    [OneTimeTearDown]
    public void CloseOracle() => _oracle?.Dispose();

    [TestCaseSource(nameof(Models))]
    public void Forecast_OfACatalogModel_AgreesWithLlamaCpp(LlmModel model)
    {
        foreach (var (context, flash, kv) in new[]
        {
            (512, true, KvType.F16), (4096, true, KvType.F16), (4096, true, KvType.Q8_0), (32768, true, KvType.Q4_0), (32768, true, KvType.F16),
            (4096, false, KvType.F16),
        })
        {
            var quest = new Quest { Model = model, Quant = TinyModels.Q4_K_M, Context = context, FlashAttention = flash, KeyType = kv, ValueType = kv, RunsOn = RunsOn.Cpu };
            var measured = _oracle!.Measure(model, TinyModels.Q4_K_M, new ContextOptions
            {
                Context = context,
                FlashAttention = flash,
                KeyType = kv,
                ValueType = kv,
                Threads = 1,
            });
            Assert.That(measured.Succeeded, Is.True, () => measured.Reason);
            var (p, m) = (Forecaster.Predict(Rig.Empty, quest).Memory!, measured.Value!);
            Assert.That(
                (p.Weights + p.Kv + p.Compute) / (m[MemoryKind.Weights] + m[MemoryKind.Kv] + m[MemoryKind.Compute]), Is.EqualTo(1).Within(Tolerance),
                $"{context} tokens, flash attention {flash}, {kv}: weights {p.Weights} / {m[MemoryKind.Weights]}, KV {p.Kv} / {m[MemoryKind.Kv]}, compute {p.Compute} / {m[MemoryKind.Compute]}");
        }
    }

    private static IEnumerable<TestCaseData> CacheTypes =>
        from model in new[] { "llama-3.1-8b", "qwen3-30b-a3b", "gemma-3-12b" }
        from types in Enum.GetValues<KvType>().SelectMany(t => new[] { (Key: t, Value: t), (Key: t, Value: KvType.F16), (Key: KvType.Q8_0, Value: t) }).Distinct()
        select new TestCaseData(model, types.Key, types.Value).SetArgDisplayNames(model, types.Key.ToString(), types.Value.ToString());

    [TestCaseSource(nameof(CacheTypes))]
    public void Forecast_OfEveryCacheType_AgreesWithLlamaCpp(string id, KvType key, KvType value)
    {
        var quest = Quest(id) with { Context = 16384, KeyType = key, ValueType = value };
        var measured = Measured(quest);
        Assert.That(Forecaster.Predict(Rig.Empty, quest).Memory!.Kv / measured[MemoryKind.Kv], Is.EqualTo(1).Within(0.001));
    }

    [TestCase(128, null)]
    [TestCase(2048, null)]
    [TestCase(4096, 4096)]
    [TestCase(512, 256)]
    public void Forecast_OfEveryBatch_AgreesWithLlamaCpp(int micro, int? batch)
    {
        var quest = Quest("llama-3.1-8b") with { Context = 8192, MicroBatch = micro, Launch = new LaunchSettings { Batch = batch } };
        var measured = Measured(quest);
        Assert.That(Forecaster.Predict(Rig.Empty, quest).Memory!.Compute / measured[MemoryKind.Compute], Is.EqualTo(1).Within(Tolerance));
    }

    private static Quest Quest(string id) => new() { Model = ShippedData.Catalog.Models.Find(id)!, Quant = TinyModels.Q4_K_M, RunsOn = RunsOn.Cpu };

    private BufferReport Measured(Quest quest)
    {
        var measured = _oracle!.Measure(quest.Model!, quest.Quant!, Validation.Protocol.ExactMemory.Context(quest));
        Assert.That(measured.Succeeded, Is.True, () => measured.Reason);
        return measured.Value!;
    }
}
