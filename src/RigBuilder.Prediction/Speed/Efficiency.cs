using RigBuilder.Domain.Parts;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Prediction.Speed;

/// <summary>What an <see cref="EffectModel"/> says about one card on one backend.</summary>
/// <param name="LogShare">ln η.</param>
/// <param name="Spread">Half width of the range in ln units.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Source">Which levels of the fit apply, in words.</param>
internal readonly record struct Efficiency(double LogShare, double Spread, Basis Basis, string Source)
{
    // The points at which the slopes count zero; part of the model's definition, not of its fit.
    private const double ReferenceBandwidth = 500e9;
    private const double ReferenceIntensity = 50;

    /// <summary>Looks a card up, level by level.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="gpu">The card.</param>
    /// <param name="backend">llama.cpp backend.</param>
    /// <param name="rate">The arithmetic rate that the model's slope is on, FLOP/s; 0 when unknown.</param>
    public static Efficiency Of(EffectModel model, Gpu gpu, string backend, double rate)
    {
        var pair = $"{backend}/{gpu.Architecture}";
        var share = model.Intercept
            + model.Backends.GetValueOrDefault(backend)
            + model.Architectures.GetValueOrDefault(gpu.Architecture)
            + model.Pairs.GetValueOrDefault(pair);
        var bandwidth = gpu.Bandwidth.Value;
        if (bandwidth > 0) share += model.BandwidthSlope * Math.Log(bandwidth / ReferenceBandwidth);
        if (bandwidth > 0 && rate > 0) share += model.ComputeSlope * Math.Log(rate / bandwidth / ReferenceIntensity);

        if (bandwidth <= 0 || rate <= 0 || !model.Backends.ContainsKey(backend))
            return new Efficiency(share, model.Spread.Unknown, Basis.Guess, "backend or figures unknown to the fit");
        if (model.Cards.TryGetValue($"{backend}/{gpu.Id}", out var card))
            return new Efficiency(share + card, model.Spread.Card, Basis.Fitted, "fitted on this card");
        if (model.Pairs.ContainsKey(pair))
            return new Efficiency(share, model.Spread.Architecture, Basis.Fitted, $"fitted on other {gpu.Architecture} cards with {backend}");
        return new Efficiency(share, model.Spread.Backend, Basis.Guess, $"fitted on other architectures with {backend}");
    }
}
