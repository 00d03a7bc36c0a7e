using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Speed;

/// <summary>How fast one card reads weights and cache of a model, and how fast it computes, on one backend.</summary>
internal readonly struct GpuPace
{
    private readonly DecodeCalibration _decode;
    private readonly double _typeEffect;

    public GpuPace(Calibration calibration, Gpu gpu, string backend, ModelProfile profile, bool flash)
    {
        (Gpu, _decode) = (gpu, calibration.Decode);
        var model = _decode.Efficiency;
        Reading = Efficiency.Of(model, gpu, backend, VectorRate(gpu));
        _typeEffect = model.Types.GetValueOrDefault(profile.MainType) + (flash ? model.FlashAttention.GetValueOrDefault(backend) : 0);
        Bandwidth = Math.Max(1e9, gpu.Bandwidth.Value);
        PerToken = Of(_decode.FixedPerToken, backend).Seconds;
        PerLayer = Of(_decode.FixedPerLayer, backend).Seconds;

        var rate = MatrixRate(gpu);
        Computing = Efficiency.Of(calibration.Prompt.Efficiency, gpu, backend, rate);
        var promptEffect = calibration.Prompt.Efficiency.Types.GetValueOrDefault(profile.MainType)
            + (flash ? calibration.Prompt.Efficiency.FlashAttention.GetValueOrDefault(backend) : 0);
        // A card without any figure is taken to compute as a weak one of its bandwidth would: 20 operations per byte.
        Operations = (rate > 0 ? rate : 20 * Bandwidth) * Math.Exp(Computing.LogShare + promptEffect);
    }

    public Gpu Gpu { get; }

    /// <summary>The fit's word on reading.</summary>
    public Efficiency Reading { get; }

    /// <summary>The fit's word on computing.</summary>
    public Efficiency Computing { get; }

    /// <summary>Peak bandwidth, bytes per second.</summary>
    public double Bandwidth { get; }

    /// <summary>Effective operations per second in prompts.</summary>
    public double Operations { get; }

    /// <summary>Fixed seconds per token.</summary>
    public double PerToken { get; }

    /// <summary>Fixed seconds per token and layer.</summary>
    public double PerLayer { get; }

    /// <summary>Effective bytes per second of dense weights.</summary>
    public double Weights => Bandwidth * Math.Exp(Reading.LogShare + _typeEffect);

    /// <summary>Effective bytes per second of routed experts.</summary>
    public double Experts => Weights * Math.Exp(_decode.ExpertEffect);

    /// <summary>Effective bytes per second of the cache.</summary>
    public double Cache(bool flash) =>
        Bandwidth * Math.Exp(Reading.LogShare) * (flash ? _decode.CacheEfficiency : _decode.CacheEfficiencyWithoutFlash);

    /// <summary>The rate of ordinary shader arithmetic, FLOP/s; 0 when unknown.</summary>
    public static double VectorRate(Gpu gpu) => gpu.Fp32?.Value ?? 0;

    /// <summary>The rate of matrix arithmetic: tensor or matrix units where the chip has them, else shaders; 0 when unknown.</summary>
    public static double MatrixRate(Gpu gpu) => Math.Max(gpu.Fp16?.Value ?? 0, gpu.Fp32?.Value ?? 0);

    private static Duration Of(ImmutableDictionary<string, Duration> table, string backend) =>
        table.TryGetValue(backend, out var value) ? value : table.GetValueOrDefault("default");
}
