using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Fit.Measurements;
using RigBuilder.Fit.Regression;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Speed;

namespace RigBuilder.Fit.Models;

/// <summary>What the CPU formulas need of a row.</summary>
internal sealed record CpuFeatures(FitRow Row, double Bandwidth, double Cycles, double Bytes, double Elements, double Tokens, double Layers);

/// <summary>The regression of llama.cpp on CPUs; generation and prompts are fitted separately.</summary>
internal sealed class CpuFit : ISpeedFit
{
    private const int Reading = 0, Arithmetic = 1, Layer = 2, Coordinates = 3;
    private readonly TestKind _kind;
    private readonly CpuCalibration _assumed;
    private readonly IReadOnlyDictionary<string, double> _bandwidths;
    private readonly ParameterSet _parameters = new();
    private readonly List<Observation<CpuFeatures>> _observations = [];
    private readonly MapFit<CpuFeatures> _fit;
    private double[] _values = [];

    /// <summary>Prepares the regression.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="kind">Generation or prompts.</param>
    /// <param name="assumed">Figures that the fit does not touch.</param>
    /// <param name="bandwidths">Peak memory bandwidth of machines whose memory is stated, by device name.</param>
    public CpuFit(IEnumerable<FitRow> rows, TestKind kind, CpuCalibration assumed, IReadOnlyDictionary<string, double> bandwidths)
    {
        (_kind, _assumed, _bandwidths) = (kind, assumed, bandwidths);
        _fit = new(kind == TestKind.Decode ? LogDecode : LogPrompt, Coordinates);
        foreach (var row in rows)
            if (row is { Cpu: not null } && row.Measurement.Kind == kind && row.Profile.RecurrentShare == 0) _observations.Add(Observe(row));
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

    /// <summary>The figures assumed, with the fitted ones of this kind put in.</summary>
    public CpuCalibration Calibration(CpuCalibration calibration, double spread) => _kind == TestKind.Decode
        ? calibration with
        {
            BandwidthEfficiency = Math.Min(1, Math.Exp(Value("reading"))),
            ElementsPerCoreCycle = Math.Exp(Value("arithmetic")),
            Types = _parameters.Level("type|", _values),
            PerLayer = Duration.FromSeconds(Math.Exp(Value("layer"))),
            DecodeSpread = spread,
        }
        : calibration with
        {
            OperationsPerCoreCycle = Math.Exp(Value("arithmetic")),
            PromptTypes = _parameters.Level("type|", _values),
            Avx512Effect = Value("avx512"),
            PromptSpread = spread,
        };

    private static double LogDecode(CpuFeatures features, ReadOnlySpan<double> at) => Math.Log(
        (features.Bytes / (features.Bandwidth * Math.Exp(at[Reading]))) + (features.Elements / (features.Cycles * Math.Exp(at[Arithmetic])))
        + (features.Layers * Math.Exp(at[Layer])));

    private static double LogPrompt(CpuFeatures features, ReadOnlySpan<double> at) => Math.Log(
        (2 * features.Tokens * features.Elements / (features.Cycles * Math.Exp(at[Arithmetic])))
        + (Math.Ceiling(features.Tokens / 512) * features.Bytes / (features.Bandwidth * 0.75)));

    private double Value(string name) => _parameters.Find(name) is { } index ? _values[index] : 0;

    private Observation<CpuFeatures> Observe(FitRow row)
    {
        var (m, profile, cpu) = (row.Measurement, row.Profile, row.Cpu!);
        var cores = m.Threads is { } threads && threads > 0 ? Math.Min(threads, cpu.Cores) : cpu.Cores;
        var known = _bandwidths.TryGetValue(m.Device, out var stated);
        var pace = new CpuPace(_assumed, cpu, cores, known ? stated : Domain.Rigs.SystemMemories.OfficialBandwidth(cpu)?.Value ?? 50e9, profile);
        var cycles = cores * CpuPace.Clock(_assumed, cpu) * 1e9;
        var bytes = profile.ReadPerToken + (m.Kind == TestKind.Decode ? row.CacheBytes(m.Depth + (m.Tokens / 2.0)) : 0);
        var features = new CpuFeatures(row, pace.Bandwidth, cycles, bytes, profile.ActiveElements, m.Tokens, profile.Layers);
        var measured = m.Kind == TestKind.Decode ? 1 / m.Speed : m.Tokens / m.Speed;
        return new Observation<CpuFeatures>(features, Math.Log(measured), known ? 0.12 : 0.25, row.Family, [.. Links(row)], m.Line);
    }

    private IEnumerable<Link> Links(FitRow row)
    {
        var decode = _kind == TestKind.Decode;
        yield return Scalar(Arithmetic, "arithmetic", decode ? Math.Log(2) : Math.Log(12), 0.7);
        yield return Scalar(Arithmetic, $"type|{row.Profile.MainType}", 0, 0.25);
        yield return Scalar(Arithmetic, $"card|{row.Family}", 0, 0.15);
        if (decode)
        {
            yield return Scalar(Reading, "reading", Math.Log(0.8), 0.15);
            yield return Scalar(Layer, "layer", Math.Log(30e-6), 0.7);
        }
        else if (row.Cpu!.Avx512)
        {
            yield return Scalar(Arithmetic, "avx512", 0.2, 0.3);
        }
    }

    private Link Scalar(int coordinate, string name, double mean, double deviation) => new(coordinate, _parameters.Index(name, mean, deviation));
}
