using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Fit.Measurements;
using RigBuilder.Fit.Models;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit;

/// <summary>One speed fitted, with its errors.</summary>
/// <param name="Name">"decode", "prompt", "cpu-decode", "cpu-prompt".</param>
/// <param name="Rows">The rows.</param>
/// <param name="Residuals">ln(predicted / measured time) with all rows seen.</param>
/// <param name="LeftOut">The same with the row's card left out.</param>
/// <param name="Spreads">Stated half width of the range per row, its card left out.</param>
internal sealed record FittedSpeed(string Name, IReadOnlyList<FitRow> Rows, double[] Residuals, double[] LeftOut, double[] Spreads)
{
    /// <summary>
    /// ln(predicted / measured time) and half width per row where not even the widths of priors and ranges have seen the row's
    /// card; <see cref="LeftOut"/> and <see cref="Spreads"/> where nothing was chosen or the search was left out.
    /// </summary>
    public (double[] Errors, double[] Spreads)? Nested { get; init; }

    /// <summary>How far what one row says carries over to other models on its device.</summary>
    public TransferCalibration Transfer => Transfers.Of(Rows, Residuals);

    /// <summary>Widths of the priors; null where none were searched.</summary>
    public PriorWidths? Widths { get; init; }

    /// <summary>What the search chose in each outer fold.</summary>
    public IReadOnlyList<PriorWidths> Chosen { get; init; } = [];

    /// <summary>Errors of prediction for cards that nothing was fitted to or chosen on.</summary>
    public double[] Honest => Nested?.Errors ?? LeftOut;

    /// <summary>Error of the rows that a condition holds for, on cards that nothing was fitted to or chosen on.</summary>
    public FitError Error(Func<FitRow, bool> which) => Error(which, Honest, Nested?.Spreads ?? Spreads);

    /// <summary>The same with the shipped widths: coefficients have not seen the card, the choice of widths has.</summary>
    public FitError WithShippedWidths(Func<FitRow, bool> which) => Error(which, LeftOut, Spreads);

    private FitError Error(Func<FitRow, bool> which, double[] errors, double[] spreads)
    {
        var indexes = Enumerable.Range(0, Rows.Count).Where(i => which(Rows[i])).ToArray();
        return ErrorStatistics.Of([.. indexes.Select(i => Rows[i])], [.. indexes.Select(i => errors[i])], [.. indexes.Select(i => spreads[i])]);
    }
}

/// <summary>The whole fit: from the table of measurements to a calibration with its errors.</summary>
internal sealed class SpeedFits
{
    /// <summary>
    /// Seven validations on two cores of an AMD EPYC with AVX-512, where today's llama.cpp repacks Q4_0: prompts were 2.4 to 3.1 times as fast as
    /// the formula with Q4_0 (1 to 7 billion weights), 1.6 times with Q4_K_M, 1.3 times with Q8_0. The public rows, mostly of older builds, do not show that.
    /// </summary>
    private static readonly TransferCalibration SeenWithAvx512 = new(0.18, 0.25, 0.85);

    private SpeedFits(Calibration calibration, IReadOnlyList<FittedSpeed> speeds, IReadOnlyList<Rejection> rejected) =>
        (Calibration, Speeds, Rejected) = (calibration, speeds, rejected);

    /// <summary>The calibration with fitted speeds and their errors; everything else as it was.</summary>
    public Calibration Calibration { get; }

    /// <summary>Generation and prompts on GPUs and CPUs.</summary>
    public IReadOnlyList<FittedSpeed> Speeds { get; }

    /// <summary>Rows not used, with reasons.</summary>
    public IReadOnlyList<Rejection> Rejected { get; }

    /// <summary>Fits everything.</summary>
    /// <param name="catalog">For cards, CPUs, models and quantisations.</param>
    /// <param name="measurements">The table of measurements.</param>
    /// <param name="cpuMemory">The table of machines whose memory is stated.</param>
    /// <param name="start">Calibration whose other parts are kept.</param>
    /// <param name="search">Whether to choose the priors' widths, over all cards and in each outer fold (minutes); else those of the start are taken.</param>
    public static SpeedFits Run(Catalog catalog, string measurements, string cpuMemory, Calibration start, bool search)
    {
        var (read, unreadable) = MeasurementReader.Read(measurements);
        var rejected = unreadable.ToList();
        var rows = new FitData(catalog).Select(read, rejected);
        var speeds = new List<FittedSpeed>();

        var (decode, decodeSpeed, decodeSpread) = Chosen("decode", w => new DecodeFit(rows, w), 3, start, search);
        var (prompt, promptSpeed, promptSpread) = Chosen("prompt", w => new PromptFit(rows, w), 2, start, search);
        var bandwidths = CpuMemory(cpuMemory);
        var cpuDecode = new CpuFit(rows, TestKind.Decode, start.Cpu, bandwidths);
        var (cpuDecodeSpeed, cpuDecodeSpread) = Evaluate("cpu-decode", cpuDecode);
        var cpuPrompt = new CpuFit(rows, TestKind.Prompt, start.Cpu, bandwidths);
        var (cpuPromptSpeed, cpuPromptSpread) = Evaluate("cpu-prompt", cpuPrompt);
        speeds.AddRange([decodeSpeed, promptSpeed, cpuDecodeSpeed, cpuPromptSpeed]);
        var calibration = start with
        {
            Decode = decode.Calibration(decodeSpread) with { Transfer = decodeSpeed.Transfer },
            Prompt = prompt.Calibration(promptSpread) with { Transfer = promptSpeed.Transfer },
            Cpu = cpuPrompt.Calibration(cpuDecode.Calibration(start.Cpu, cpuDecodeSpread.Architecture), cpuPromptSpread.Architecture) with
            {
                DecodeTransfer = cpuDecodeSpeed.Transfer,
                PromptTransfer = AtLeast(cpuPromptSpeed.Transfer, SeenWithAvx512),
            },
            Errors = ErrorTable.Of(speeds),
            PriorWidths = Widths(decodeSpeed, 3).AddRange(Widths(promptSpeed, 2)),
        };
        return new SpeedFits(calibration, speeds, rejected);
    }

    private static TransferCalibration AtLeast(TransferCalibration found, TransferCalibration seen) =>
        new(Math.Max(found.Same, seen.Same), Math.Max(found.Kin, seen.Kin), Math.Max(found.Other, seen.Other));

    private static ImmutableDictionary<string, ImmutableArray<double>> Widths(FittedSpeed speed, int count) => ImmutableDictionary<string, ImmutableArray<double>>.Empty
        .Add(speed.Name, speed.Widths!.ToArray(count))
        .Add(speed.Name + "-folds", [.. speed.Chosen.SelectMany(w => w.ToArray(count))]);

    private static (T Fit, FittedSpeed Speed, SpreadCalibration Spread) Chosen<T>(
        string name, Func<PriorWidths, T> make, int quantities, Calibration start, bool search)
        where T : ISpeedFit
    {
        var priors = new PriorSearch(w => make(w), quantities);
        var rows = make(PriorWidths.Middle).Rows;
        var widths = search ? priors.Best([.. rows.Select(r => r.Family).Distinct()]) : PriorWidths.Of(start.PriorWidths.GetValueOrDefault(name, []));
        var fit = make(widths);
        var (speed, spread) = Evaluate(name, fit);
        var given = search ? null : PriorWidths.OfFolds(start.PriorWidths.GetValueOrDefault(name + "-folds", []), quantities);
        var (errors, spreads, chosen) = priors.Nested(rows, given);
        return (fit, speed with { Widths = widths, Nested = (errors, spreads), Chosen = chosen }, spread);
    }

    private static (FittedSpeed Speed, SpreadCalibration Spread) Evaluate(string name, ISpeedFit fit)
    {
        fit.Run();
        var (residuals, leftOut) = (fit.Residuals(), fit.LeftOut());
        var spread = Spreads.Of(fit.Rows, residuals, leftOut);
        return (new FittedSpeed(name, fit.Rows, residuals, leftOut, Spreads.LeftOut(fit.Rows, spread)), spread);
    }

    private static Dictionary<string, double> CpuMemory(string table) =>
        CsvTable.Parse(table).Rows().ToDictionary(
            r => r.Field("device"), r => double.Parse(r.Field("bandwidth_gbs"), System.Globalization.CultureInfo.InvariantCulture) * 1e9);
}
