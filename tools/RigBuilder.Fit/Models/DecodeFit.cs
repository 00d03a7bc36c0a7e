using RigBuilder.Domain.Units;
using RigBuilder.Fit.Measurements;
using RigBuilder.Fit.Regression;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Speed;

namespace RigBuilder.Fit.Models;

/// <summary>What the decode formula needs of a row.</summary>
internal sealed record DecodeFeatures(FitRow Row, double Bandwidth, double VectorRate, DecodeWork Work, int Hops);

/// <summary>The regression of generation speed on GPUs.</summary>
internal sealed class DecodeFit : ISpeedFit
{
    private const int Reading = 0, Layer = 1, Arithmetic = 2, Experts = 3, ExpertLayer = 4, Cache = 5, Hop = 6, Token = 7, Coordinates = 8;
    private readonly ParameterSet _parameters = new();
    private readonly List<Observation<DecodeFeatures>> _observations = [];
    private readonly MapFit<DecodeFeatures> _fit = new(LogSeconds, Coordinates);
    private readonly Effects _reading;
    private readonly Effects _layer;
    private readonly Effects _arithmetic;
    private double[] _values = [];

    /// <summary>Prepares the regression over the rows that are generation on GPUs.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="widths">Of the effects on reading, on the time per layer and on arithmetic.</param>
    public DecodeFit(IEnumerable<FitRow> rows, PriorWidths widths)
    {
        var (r, l, a) = (widths.First, widths.Second, widths.Third);
        _reading = new(_parameters, "reading", Reading, -0.2, new EffectPriors(0.3, r, r, r) { Workstation = r, OtherSegment = r, Type = r, Card = r });
        _layer = new(_parameters, "layer", Layer, Math.Log(40e-6), new EffectPriors(0.7, l, l, l) { WithoutFlash = l, Card = l });
        _arithmetic = new(_parameters, "arithmetic", Arithmetic, Math.Log(0.1), new EffectPriors(0.7, a, a, 0) { Type = a });
        foreach (var row in rows)
            if (row is { Gpu: not null, Measurement.Kind: TestKind.Decode }) _observations.Add(Observe(row));
    }

    /// <inheritdoc/>
    public IReadOnlyList<FitRow> Rows => [.. _observations.Select(o => o.Features.Row)];

    /// <inheritdoc/>
    public int Coefficients => _parameters.All.Count;

    /// <inheritdoc/>
    public void Run() => _values = _fit.Fit(_observations, _parameters.All);

    /// <inheritdoc/>
    public double[] Residuals() => [.. _observations.Select(o => _fit.Predict(o, _values) - o.LogMeasured)];

    /// <inheritdoc/>
    public double[] LeftOut() => CrossValidation.Errors(_fit, _observations, _parameters.All, _values);

    /// <inheritdoc/>
    public double[] Errors(IReadOnlyCollection<string> seen) => CrossValidation.Errors(_fit, _observations, _parameters.All, seen);

    /// <summary>The calibration of the fitted coefficients.</summary>
    public DecodeCalibration Calibration(SpreadCalibration spread) => new()
    {
        Reading = _reading.Table(_values),
        Layer = _layer.Table(_values),
        Arithmetic = _arithmetic.Table(_values),
        RecurrentEffect = Value("recurrent", 0),
        PerToken = Duration.FromSeconds(Math.Exp(Value("token", -20))),
        PerExpertLayer = Duration.FromSeconds(Math.Exp(Value("expert-layer", -20))),
        ExpertEffect = Value("experts", 0),
        CacheEffect = Value("cache", 0),
        CacheEffectWithoutFlash = Value("cache-plain", 0),
        PerHop = Duration.FromSeconds(Math.Exp(Value("hop", -20))),
        Spread = spread,
    };

    private static double LogSeconds(DecodeFeatures features, ReadOnlySpan<double> at)
    {
        var weights = features.Bandwidth * Math.Exp(at[Reading]);
        var rates = new DecodeRates(
            weights, weights * Math.Exp(at[Experts]), weights * Math.Exp(at[Cache]), features.VectorRate * Math.Exp(at[Arithmetic]),
            Math.Exp(at[Layer]), Math.Exp(at[ExpertLayer]));
        return Math.Log(DecodeFormula.Seconds(features.Work, rates) + (features.Hops * Math.Exp(at[Hop])) + Math.Exp(at[Token]));
    }

    private static double Noise(Measurement m) => m.Tool switch
    {
        "llama-bench" when m.Source.StartsWith("localmaxxing", StringComparison.Ordinal) || m.Notes.Contains("IPEX", StringComparison.Ordinal) => 0.12,
        "llama-bench" => m.Era == BuildEra.Recent ? 0.05 : 0.1,
        _ => 0.15,
    };

    private double Value(string name, double otherwise) => _parameters.Find(name) is { } index ? _values[index] : otherwise;

    private Observation<DecodeFeatures> Observe(FitRow row)
    {
        var (m, gpu, profile) = (row.Measurement, row.Gpu!, row.Profile);
        var work = new DecodeWork(
            profile.DenseTotal + profile.Output, profile.ExpertTotal * profile.UsedShare, row.CacheBytes(m.Depth + (m.Tokens / 2.0)), profile.ActiveElements,
            profile.Layers, profile.ExpertLayers);
        var features = new DecodeFeatures(row, gpu.Bandwidth.Value, GpuPace.VectorRate(gpu), work, m.Count - 1);
        return new Observation<DecodeFeatures>(features, -Math.Log(m.Speed), Noise(m), row.Family, [.. Links(row)], m.Line);
    }

    private IEnumerable<Link> Links(FitRow row)
    {
        var m = row.Measurement;
        var key = CardKey.Of(row.Gpu!, m.Backend);
        var withoutFlash = m.FlashAttention switch { true => 0, false => 1, _ => 0.5 };
        foreach (var effects in (Effects[])[_reading, _layer, _arithmetic])
            foreach (var link in effects.Links(key, row.Gpu!.Segment, row.Profile.MainType, withoutFlash)) yield return link;
        if (m.Era != BuildEra.Recent)
        {
            yield return Scalar(Reading, $"reading-era|{m.Era}", 0, 0.05);
            yield return Scalar(Layer, $"layer-era|{m.Era}", 0, 0.5);
        }

        if (m.Tool != "llama-bench") yield return Scalar(Layer, $"layer-tool|{m.Tool}", 0, 0.3);
        if (row.Profile.RecurrentShare > 0) yield return Scalar(Layer, "recurrent", 0, 0.5) with { Weight = row.Profile.RecurrentShare };
        yield return Scalar(Token, "token", Math.Log(0.1e-3), 0.5);
        yield return Scalar(Experts, "experts", -0.1, 0.3);
        yield return Scalar(ExpertLayer, "expert-layer", Math.Log(15e-6), 0.7);
        yield return Scalar(Cache, row.Flash ? "cache" : "cache-plain", -0.1, 0.5);
        yield return Scalar(Hop, "hop", Math.Log(0.2e-3), 0.5);
    }

    private Link Scalar(int coordinate, string name, double mean, double deviation) => new(coordinate, _parameters.Index(name, mean, deviation));
}
