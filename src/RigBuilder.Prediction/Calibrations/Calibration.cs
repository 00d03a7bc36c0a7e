using System.Collections.Immutable;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>Every constant of the prediction, as read from <c>catalog/calibration.yaml</c>. Immutable.</summary>
public sealed record Calibration
{
    /// <summary>Generation on GPUs.</summary>
    public required DecodeCalibration Decode { get; init; }

    /// <summary>Prompt processing on GPUs.</summary>
    public required PromptCalibration Prompt { get; init; }

    /// <summary>Generation and prompt processing on CPUs.</summary>
    public required CpuCalibration Cpu { get; init; }

    /// <summary>Fixed memory costs and reserves.</summary>
    public required MemoryCalibration Memory { get; init; }

    /// <summary>Loading from the drive.</summary>
    public required LoadCalibration Load { get; init; }

    /// <summary>Power draw and supplies.</summary>
    public required PowerCalibration Power { get; init; }

    /// <summary>What settings do to speed.</summary>
    public required LaunchCalibration Launch { get; init; }

    /// <summary>Fine-tuning memory.</summary>
    public required TuningCalibration Tuning { get; init; }

    /// <summary>Widths of the fit's priors that the search over left-out cards chose, by speed; predictions do not need them.</summary>
    public ImmutableDictionary<string, ImmutableArray<double>> PriorWidths { get; init; } = ImmutableDictionary<string, ImmutableArray<double>>.Empty;

    /// <summary>Errors on cards that neither the coefficients nor any choice of the fit has seen: "decode", "decode/cuda", "decode/cuda/ampere", "prompt" …; "decode/shipped-widths" where the priors' widths have.</summary>
    public ImmutableDictionary<string, FitError> Errors { get; init; } = ImmutableDictionary<string, FitError>.Empty;

    /// <summary>What saved validations say; null to predict without. Never read from a file.</summary>
    public MeasuredMachine? Measured { get; init; }
}

/// <summary>Error of the speed model on a group of measurements, each predicted by a fit that did not see its card.</summary>
/// <param name="Rows">Measurements.</param>
/// <param name="Cards">Cards.</param>
/// <param name="Median">Median of |predicted / measured − 1| over the cards, of each card's own median.</param>
/// <param name="Under25">Share of the measurements predicted within 25 %.</param>
/// <param name="InRange">Share of the measurements inside the stated range.</param>
public sealed record FitError(int Rows, int Cards, double Median, double Under25, double InRange);
