using RigBuilder.Domain.Units;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Storage;

/// <summary>What a series of repetitions says beside the prediction.</summary>
internal static class SpeedEvidence
{
    /// <summary>Why a report without any undisturbed series says nothing.</summary>
    public const string Disturbed = "every repetition was disturbed, so its figures are lower bounds";

    /// <summary>Half the width, in standard deviations, of the range that nine in ten repetitions are in.</summary>
    private const double NineInTen = 1.645;

    /// <summary>
    /// A single repetition does not tell its scatter: it counts as undisturbed while others take less than 5 % of the processors and
    /// its own threads wait for less than 3 % of the time.
    /// </summary>
    private const double SingleScatter = 0.08;

    /// <summary>Measured ÷ predicted speed; null when the test was not run or disturbed throughout (a lower bound calibrates nothing).</summary>
    /// <param name="series">The repetitions.</param>
    /// <param name="predict">The prediction for a context.</param>
    public static MeasuredFactor? Of(SeriesResult? series, Func<int, Forecast> predict)
    {
        if (series is null or { Runs.IsEmpty: true } or { AllDisturbed: true }) return null;
        var forecast = predict(series.Test.Context);
        var predicted = (series.Test.Kind == SpeedTestKind.Prompt ? forecast.Prompt : forecast.Decode)?.Value ?? TokensPerSecond.Zero;
        var factor = predicted.Value > 0 ? series.Mean / predicted : 0;
        if (factor is not (> 0.05 and < 20)) return null;
        var scatter = series.Undisturbed.Skip(1).Any() ? NineInTen * (series.Deviation / series.Mean) : SingleScatter;
        return new MeasuredFactor(factor, scatter);
    }
}
