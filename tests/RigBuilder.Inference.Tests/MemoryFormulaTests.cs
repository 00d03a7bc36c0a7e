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
}
