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

    /// <summary>Fine-tuning memory.</summary>
    public required TuningCalibration Tuning { get; init; }

    /// <summary>Errors of the fit on cards left out of it: "decode", "decode/cuda", "decode/cuda/ampere", "prompt" …</summary>
    public ImmutableDictionary<string, FitError> Errors { get; init; } = ImmutableDictionary<string, FitError>.Empty;
}
