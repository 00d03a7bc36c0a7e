using RigBuilder.Domain.Parts;
using RigBuilder.Fit.Regression;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit.Models;

/// <summary>How far the levels of an effect table may move: standard deviations of their priors.</summary>
internal sealed record EffectPriors(double Intercept, double Backend, double Architecture, double Pair)
{
    public double Workstation { get; init; }

    public double OtherSegment { get; init; }

    public double Type { get; init; }

    public double WithoutFlash { get; init; }

    public double Card { get; init; }
}

/// <summary>Builds the links of an effect table's levels, and reads the table back from fitted coefficients.</summary>
internal sealed class Effects(ParameterSet parameters, string name, int coordinate, double mean, EffectPriors priors)
{
    /// <summary>Links of one row to all levels that it belongs to.</summary>
    /// <param name="key">The card on its backend.</param>
    /// <param name="segment">The card's segment.</param>
    /// <param name="type">Weight type.</param>
    /// <param name="withoutFlash">1 without flash attention, 0 with, between when not stated.</param>
    public IEnumerable<Link> Links(CardKey key, GpuSegment segment, string type, double withoutFlash)
    {
        yield return Link("", "", mean, priors.Intercept);
        yield return Link("backends", key.Backend, 0, priors.Backend);
        yield return Link("architectures", key.Architecture, 0, priors.Architecture);
        if (priors.Pair > 0) yield return Link("pairs", key.Pair, 0, priors.Pair);
        if (priors.Card > 0) yield return Link("cards", key.Card, 0, priors.Card);
        var segmentPrior = segment == GpuSegment.Workstation ? priors.Workstation : priors.OtherSegment;
        if (segmentPrior > 0 && segment != GpuSegment.Desktop) yield return Link("segments", key.Segment, 0, segmentPrior);
        if (priors.Type > 0) yield return Link("types", type, 0, priors.Type);
        if (priors.WithoutFlash > 0) yield return Link("without_flash", key.Backend, 0, priors.WithoutFlash) with { Weight = withoutFlash };
    }

    /// <summary>The table of fitted coefficients.</summary>
    public EffectTable Table(double[] values) => new()
    {
        Intercept = values[parameters.Find($"{name}||")!.Value],
        Backends = parameters.Level($"{name}|backends|", values),
        Architectures = parameters.Level($"{name}|architectures|", values),
        Pairs = parameters.Level($"{name}|pairs|", values),
        Segments = parameters.Level($"{name}|segments|", values),
        Types = parameters.Level($"{name}|types|", values),
        WithoutFlash = parameters.Level($"{name}|without_flash|", values),
        Cards = parameters.Level($"{name}|cards|", values),
    };

    private Link Link(string level, string member, double at, double deviation) =>
        new(coordinate, parameters.Index($"{name}|{level}|{member}", at, deviation));
}
