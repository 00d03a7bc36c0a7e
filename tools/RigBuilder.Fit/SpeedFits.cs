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
    /// <summary>Error of the rows that a condition holds for.</summary>
    public FitError Error(Func<FitRow, bool> which)
    {
        var indexes = Enumerable.Range(0, Rows.Count).Where(i => which(Rows[i])).ToArray();
        return ErrorStatistics.Of([.. indexes.Select(i => Rows[i])], [.. indexes.Select(i => LeftOut[i])], [.. indexes.Select(i => Spreads[i])]);
    }
}

/// <summary>The whole fit: from the table of measurements to a calibration with its errors.</summary>
internal sealed class SpeedFits
{
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
    public static SpeedFits Run(Catalog catalog, string measurements, string cpuMemory, Calibration start)
    {
        var (read, unreadable) = MeasurementReader.Read(measurements);
        var rejected = unreadable.ToList();
        var rows = new FitData(catalog).Select(read, rejected);
        var speeds = new List<FittedSpeed>();

        var decode = new DecodeFit(rows);
        var (decodeSpeed, decodeSpread) = Evaluate("decode", decode);
        var prompt = new PromptFit(rows);
        var (promptSpeed, promptSpread) = Evaluate("prompt", prompt);
        var bandwidths = CpuMemory(cpuMemory);
        var cpuDecode = new CpuFit(rows, TestKind.Decode, start.Cpu, bandwidths);
        var (cpuDecodeSpeed, cpuDecodeSpread) = Evaluate("cpu-decode", cpuDecode);
        var cpuPrompt = new CpuFit(rows, TestKind.Prompt, start.Cpu, bandwidths);
        var (cpuPromptSpeed, cpuPromptSpread) = Evaluate("cpu-prompt", cpuPrompt);
        speeds.AddRange([decodeSpeed, promptSpeed, cpuDecodeSpeed, cpuPromptSpeed]);
        var calibration = start with
        {
            Decode = decode.Calibration(decodeSpread),
            Prompt = prompt.Calibration(promptSpread),
            Cpu = cpuPrompt.Calibration(cpuDecode.Calibration(start.Cpu, cpuDecodeSpread.Architecture), cpuPromptSpread.Architecture),
            Errors = ErrorTable.Of(speeds),
        };
        return new SpeedFits(calibration, speeds, rejected);
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
