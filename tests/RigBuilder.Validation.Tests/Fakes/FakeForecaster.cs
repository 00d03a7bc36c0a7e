using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>A forecast with given figures. Memory grows with layers and context, so that shrinking has an effect.</summary>
public sealed class FakeForecaster(double prompt = 500, double decode = 50, int gpuLayers = 0) : IForecaster
{
    public Forecast Predict(Rig rig, Quest quest)
    {
        var layers = quest.Model?.Shape.Layers ?? 0;
        var weights = Bytes.FromMiB(1000.0 * layers / 16);
        var kv = Bytes.FromMiB(100.0 * quest.Context / 2048);
        var compute = Bytes.FromMiB(50);
        return new Forecast
        {
            Memory = new MemoryForecast
            {
                Weights = weights,
                Kv = kv,
                Compute = compute,
                Overhead = Bytes.Zero,
                VramNeeded = Bytes.Zero,
                VramUsable = Bytes.Zero,
                Low = weights,
                High = weights,
                PerDevice = [],
                Basis = Basis.Fitted,
            },
            Placement = new Placement
            {
                Mode = gpuLayers > 0 ? PlacementMode.SingleGpu : PlacementMode.CpuOnly,
                GpuLayers = gpuLayers,
                TotalLayers = layers + 1,
                Backend = "cpu",
                Launch = "llama-cli",
            },
            Prompt = Around(prompt),
            Decode = Around(decode),
            DecodeAtFullContext = Around(decode * 0.9),
            Power = new PowerForecast { Rated = default, Peak = default, Generating = default, RecommendedPsu = default, Basis = Basis.Guess },
            Price = new PriceForecast(default, [], null),
            SystemMemory = new SystemMemory(Bytes.FromGiB(16), default, default, 2, BytesPerSecond.FromGigabytes(50), null),
        };
    }

    private static Estimate<TokensPerSecond> Around(double value) => new(
        TokensPerSecond.FromValue(value), TokensPerSecond.FromValue(value * 0.8), TokensPerSecond.FromValue(value * 1.2), Basis.Fitted, []);
}
