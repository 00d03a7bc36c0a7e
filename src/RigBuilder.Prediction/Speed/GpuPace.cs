using RigBuilder.Domain.Parts;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Speed;

/// <summary>How fast one card generates and reads prompts with a model, on one backend.</summary>
internal readonly struct GpuPace
{
    // A card without any rate is taken to compute as a weak one of its bandwidth would, in operations per byte.
    private const double WeakestIntensity = 20;

    // A card without FP32 rate is taken to have that of the middle of the catalog's cards, in operations per byte.
    private const double UsualIntensity = 37;

    public GpuPace(Calibration calibration, Gpu gpu, string backend, ModelProfile profile, bool flash, MeasuredGpu? measured = null, Domain.Units.Watts? limit = null)
    {
        (Gpu, Names) = (gpu, new PaceNames(gpu.Name));
        Bandwidth = Math.Max(1e9, gpu.Bandwidth.Value);
        var key = CardKey.Of(gpu, backend);
        var (decode, type) = (calibration.Decode, profile.MainType);
        Reading = Knowledge.Of(decode.Reading, decode.Spread, key, gpu);
        if (gpu.Fp32 is not { Value: > 0 })
            Reading = Reading with { Basis = Basis.Guess, Spread = decode.Spread.Unknown, Source = "guess: the card's FP32 rate is not known" };
        (UnmeasuredReading, DecodeFactor) = (Reading.Spread, 1);
        if (measured is not null && Evidence.Of(measured.Runs, r => r.Decode, decode.Transfer, profile, Reading.Spread) is { } generation)
            (Reading, DecodeFactor) = (generation.Knowledge, generation.Factor);
        var unscaled = Bandwidth * Math.Exp(decode.Reading.Of(key, type, flash));
        var weights = unscaled * DecodeFactor;
        var cache = flash ? decode.CacheEffect : decode.CacheEffectWithoutFlash;
        Decode = new DecodeRates(
            weights,
            weights * Math.Exp(decode.ExpertEffect),
            weights * Math.Exp(cache),
            VectorRate(gpu) * Math.Exp(decode.Arithmetic.Of(key, type, flash)) * DecodeFactor,
            Math.Exp(decode.Layer.Of(key, type, flash) + (decode.RecurrentEffect * profile.RecurrentShare)) / DecodeFactor,
            decode.PerExpertLayer.Seconds / DecodeFactor);

        var prompt = calibration.Prompt;
        Computing = Knowledge.Of(prompt.Efficiency, prompt.Spread, key, gpu);
        var matrix = MatrixRate(gpu);
        if (matrix <= 0)
            (matrix, Computing) = (WeakestIntensity * Bandwidth, Computing with { Basis = Basis.Guess, Spread = prompt.Spread.Unknown, Source = "guess: the card's arithmetic rate is not known" });
        (UnmeasuredComputing, var factor) = (Computing.Spread, 1.0);
        if (measured is not null && Evidence.Of(measured.Runs, r => r.Prompt, prompt.Transfer, profile, Computing.Spread) is { } prompts)
            (Computing, factor) = (prompts.Knowledge, prompts.Factor);
        var operations = factor * matrix * Math.Exp(prompt.Efficiency.Of(key, type, flash) + (prompt.RateSlope * Math.Log(matrix / 100e12)));
        Prompt = new PromptRates(
            operations,
            operations * Math.Exp(prompt.ExpertEffect),
            operations * Math.Exp(flash ? prompt.AttentionEffect : prompt.AttentionEffectWithoutFlash),
            unscaled * factor,
            prompt.PerLayer.Seconds / factor);
        if (limit is not { } watts || gpu.BoardPower is not { Value: > 0 } board || watts >= board) return;
        var under = calibration.Launch.Under(watts / board);
        (Decode, Prompt, DecodeFactor) = (Decode.Times(under.Generating), Prompt.Times(under.Prompts), DecodeFactor * under.Generating);
        (Reading, Computing) = (Reading.Under(under.Generating, watts, calibration.Launch), Computing.Under(under.Prompts, watts, calibration.Launch));
    }

    public Gpu Gpu { get; }

    /// <summary>The names of its terms, made once for the several figures that use them.</summary>
    public PaceNames Names { get; }

    /// <summary>Peak bandwidth, bytes per second.</summary>
    public double Bandwidth { get; }

    /// <summary>What is known of its generation: measured, or by the fit.</summary>
    public Knowledge Reading { get; }

    /// <summary>What is known of its prompt processing.</summary>
    public Knowledge Computing { get; }

    /// <summary>Half width of the range of its generation without measurement.</summary>
    public double UnmeasuredReading { get; }

    /// <summary>Half width of the range of its prompt processing without measurement.</summary>
    public double UnmeasuredComputing { get; }

    /// <summary>Measured ÷ predicted generation, which its rates hold already; 1 without measurement.</summary>
    public double DecodeFactor { get; }

    /// <summary>Rates of generation.</summary>
    public DecodeRates Decode { get; }

    /// <summary>Rates of prompt processing.</summary>
    public PromptRates Prompt { get; }

    /// <summary>The FP32 rate of the shaders, operations per second; of a card without that figure what a usual one of its bandwidth has.</summary>
    public static double VectorRate(Gpu gpu) => gpu.Fp32 is { Value: > 0 } rate ? rate.Value : UsualIntensity * Math.Max(1e9, gpu.Bandwidth.Value);

    /// <summary>The rate of matrix arithmetic: tensor or matrix units where the chip has them, else shaders; 0 when unknown.</summary>
    public static double MatrixRate(Gpu gpu) => Math.Max(gpu.Fp16?.Value ?? 0, gpu.Fp32?.Value ?? 0);
}
