using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>What one saved validation says about one device.</summary>
public sealed record MeasuredRun
{
    /// <summary>Weights below which a model is a toy.</summary>
    private const double ToyParameters = 0.7e9;

    private readonly ModelProfile _profile;

    private MeasuredRun(ModelProfile profile) => _profile = profile;

    /// <summary>What was run ("Llama 2 7B Q4_0").</summary>
    public string Name => $"{_profile.Model.Name} {_profile.Quant.Name}";

    /// <summary>Generation; null when nothing undisturbed was measured.</summary>
    public MeasuredFactor? Decode { get; init; }

    /// <summary>Prompts; null when nothing undisturbed was measured.</summary>
    public MeasuredFactor? Prompt { get; init; }

    /// <summary>
    /// Bandwidth of system memory as probed beside the run, which <see cref="Decode"/> is relative to; zero on graphics cards.
    /// </summary>
    public BytesPerSecond Bandwidth { get; init; }

    /// <summary>A run of a model in a quantisation.</summary>
    public static MeasuredRun Of(LlmModel model, Quant quant) => new(ModelProfile.Of(model, quant));

    /// <summary>
    /// Whether a model is so small that its output matrix and fixed times, not its layers, make its speed. On one Ryzen 7 7840HS, prompts of
    /// models of 0.14 to 0.36 billion weights are off by −45 to +57 %, those of 0.5 billion and more by −14 to +17 %; on two cores of an AMD
    /// EPYC, factors of 0.6 billion weights are 0.7 times those of 3 and 7 billion in prompts and in generation, those of 1 billion 0.8 to 1.1 times.
    /// </summary>
    internal static bool IsToy(LlmModel model) => model.Parameters < ToyParameters;

    /// <summary>How far the run carries over to a model in a quantisation, and what it is to it; the nearest have the lowest rank.</summary>
    internal (int Rank, double Width, string Words) Kinship(ModelProfile profile, TransferCalibration transfer) =>
        IsOf(profile) ? (0, transfer.Same, "")
        : IsToy(_profile.Model) || IsToy(profile.Model) ? (3, double.PositiveInfinity, ", a model of another size")
        : IsKin(profile) ? (1, transfer.Kin, ", weights of this type")
        : (2, transfer.Other, ", weights of another type");

    /// <summary>Whether it was a model in a quantisation.</summary>
    private bool IsOf(ModelProfile profile) =>
        _profile.Model.Id == profile.Model.Id && _profile.Quant.Id == profile.Quant.Id && _profile.Layers == profile.Layers;

    /// <summary>Whether it computed with the same kernels as a model in a quantisation would: the same type of weights, both with or without routed experts.</summary>
    private bool IsKin(ModelProfile profile) => _profile.MainType == profile.MainType && _profile.ExpertLayers > 0 == profile.ExpertLayers > 0;
}
