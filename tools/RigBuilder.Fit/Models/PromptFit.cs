using RigBuilder.Domain.Units;
using RigBuilder.Fit.Measurements;
using RigBuilder.Fit.Regression;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Speed;

namespace RigBuilder.Fit.Models;

/// <summary>What the prompt formula needs of a row.</summary>
internal sealed record PromptFeatures(FitRow Row, double MatrixRate, double Bandwidth, PromptWork Work, int ExtraCards);

/// <summary>The regression of prompt speed on GPUs.</summary>
internal sealed class PromptFit : ISpeedFit
{
    private const int Rate = 0, Experts = 1, Attention = 2, Layer = 3, Gain = 4, Coordinates = 5;
    private const int MicroBatch = 512;

    // Reading the weights once per micro-batch is a small term here; three quarters of the peak is near every card's figure.
    private const double ReadingShare = 0.75;
    private readonly ParameterSet _parameters = new();
    private readonly List<Observation<PromptFeatures>> _observations = [];
    private readonly MapFit<PromptFeatures> _fit = new(LogSeconds, Coordinates);
    private readonly Effects _efficiency;
    private double[] _values = [];

    /// <summary>Prepares the regression over the rows that are prompts on GPUs.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="widths">Of backends, architectures and their pairs; of everything else.</param>
    public PromptFit(IEnumerable<FitRow> rows, PriorWidths widths)
    {
        var (w, o) = (widths.First, widths.Second);
        _efficiency = new(_parameters, "efficiency", Rate, -1, new EffectPriors(0.7, w, w, w) { Workstation = o, OtherSegment = o, Type = o, WithoutFlash = o, Card = o });
        foreach (var row in rows)
            if (row is { Gpu: { } gpu, Measurement: { Kind: TestKind.Prompt, Tokens: >= 32 } } && GpuPace.MatrixRate(gpu) > 0) _observations.Add(Observe(row));
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
    public PromptCalibration Calibration(SpreadCalibration spread) => new()
    {
        Efficiency = _efficiency.Table(_values),
        RateSlope = Value("rate-slope", 0),
        ExpertEffect = Value("experts", 0),
        AttentionEffect = Value("attention", 0),
        AttentionEffectWithoutFlash = Value("attention-plain", 0),
        PerLayer = Duration.FromSeconds(Math.Exp(Value("layer", -20))),
        GainPerGpu = Value("gain", 0),
        Spread = spread,
    };

    private static double LogSeconds(PromptFeatures features, ReadOnlySpan<double> at)
    {
        var operations = features.MatrixRate * Math.Exp(at[Rate]);
        var rates = new PromptRates(
            operations, operations * Math.Exp(at[Experts]), operations * Math.Exp(at[Attention]), features.Bandwidth * ReadingShare, Math.Exp(at[Layer]));
        return Math.Log(PromptFormula.Seconds(features.Work, rates)) - Math.Log(1 + (features.ExtraCards * Math.Max(-0.15, at[Gain])));
    }

    private static double Noise(Measurement m) => m.Tool switch
    {
        "llama-bench" when m.Source.StartsWith("localmaxxing", StringComparison.Ordinal) => 0.2,
        "llama-bench" => m.Era == BuildEra.Recent ? 0.1 : 0.2,
        _ => 0.3,
    };

    private double Value(string name, double otherwise) => _parameters.Find(name) is { } index ? _values[index] : otherwise;

    private Observation<PromptFeatures> Observe(FitRow row)
    {
        var (m, gpu, profile) = (row.Measurement, row.Gpu!, row.Profile);
        var shape = profile.Model.Shape;
        var (tokens, batch) = (m.Tokens, Math.Min(MicroBatch, m.Tokens));
        var touched = 1 - Math.Pow(1 - profile.UsedShare, batch);
        var whole = Work.Attention(shape, profile.Layers, m.Depth + tokens) - Work.Attention(shape, profile.Layers, m.Depth);
        var work = new PromptWork(
            tokens, Math.Ceiling(tokens / (double)batch), profile.DenseElements, profile.ExpertElements * profile.UsedShare, whole,
            profile.DenseTotal + profile.Output + (profile.ExpertTotal * touched), profile.Layers);
        var features = new PromptFeatures(row, GpuPace.MatrixRate(gpu), gpu.Bandwidth.Value, work, m.Count - 1);
        return new Observation<PromptFeatures>(features, Math.Log(tokens / m.Speed), Noise(m), row.Family, [.. Links(row, features)], m.Line);
    }

    private IEnumerable<Link> Links(FitRow row, PromptFeatures features)
    {
        var m = row.Measurement;
        var withoutFlash = m.FlashAttention switch { true => 0, false => 1, _ => 0.5 };
        foreach (var link in _efficiency.Links(CardKey.Of(row.Gpu!, m.Backend), row.Gpu!.Segment, row.Profile.MainType, withoutFlash)) yield return link;
        yield return Scalar(Rate, "rate-slope", 0, 0.2) with { Weight = Math.Log(features.MatrixRate / 100e12) };
        if (m.Era != BuildEra.Recent) yield return Scalar(Rate, $"era|{m.Era}|{m.Backend}", -0.2, 0.3);
        if (m.Tool != "llama-bench") yield return Scalar(Rate, $"tool|{m.Tool}", -0.1, 0.3);
        if (row.Profile.RecurrentShare > 0) yield return Scalar(Rate, "recurrent", -0.1, 0.3) with { Weight = row.Profile.RecurrentShare };
        yield return Scalar(Experts, "experts", -0.5, 0.5);
        yield return Scalar(Attention, row.Flash ? "attention" : "attention-plain", -0.5, 0.7);
        yield return Scalar(Layer, "layer", Math.Log(60e-6), 0.7);
        yield return Scalar(Gain, "gain", 0.05, 0.1);
    }

    private Link Scalar(int coordinate, string name, double mean, double deviation) => new(coordinate, _parameters.Index(name, mean, deviation));
}
