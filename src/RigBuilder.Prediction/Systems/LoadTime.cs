using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Prediction.Systems;

/// <summary>Time from start to the first possible prompt: the slowest of drive, host and PCIe link, plus a fixed time.</summary>
internal static class LoadTime
{
    /// <summary>Loading so many bytes from a drive, part of them on to GPUs.</summary>
    public static Estimate<Duration> Of(LoadCalibration calibration, Ssd drive, PcieLink? driveLink, PcieLink? gpuLink, Bytes file, double gpuBytes)
    {
        var read = drive.Read.Value * calibration.DriveEfficiency;
        if (driveLink is { } socket) read = Math.Min(read, socket.Bandwidth.Value * calibration.LinkEfficiency);
        var rate = Math.Max(1e6, Math.Min(read, calibration.HostRate.Value));
        var limit = read <= calibration.HostRate.Value ? $"{drive.Name}" : "one CPU thread copying";
        var reading = file.Count / rate;
        if (gpuLink is { } link && gpuBytes / (link.Bandwidth.Value * calibration.LinkEfficiency) is var copying && copying > reading)
            (reading, limit) = (copying, $"{link} to the GPU");

        var total = reading + calibration.Fixed.Seconds;
        var factor = Math.Exp(calibration.Spread);
        ImmutableArray<Term> terms =
        [
            new("reading the file", Duration.FromSeconds(reading).ToQuantity(), Basis.Specification, $"file size / slowest of drive, host and link: {limit}"),
            new("program start and warm-up", calibration.Fixed.ToQuantity(), Basis.Guess, calibration.Sources.GetValueOrDefault("fixed", "catalog/calibration.yaml")),
        ];
        return new Estimate<Duration>(
            Duration.FromSeconds(total), Duration.FromSeconds(total / factor), Duration.FromSeconds(total * factor), Basis.Specification, terms)
        { Limit = limit };
    }
}
