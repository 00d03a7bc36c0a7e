using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Calibrations;

/// <summary>Reads <c>catalog/calibration.yaml</c>. Pure; <see cref="DiskFiles"/> does the reading from disk.</summary>
public static class CalibrationReader
{
    /// <summary>Reads a calibration; every error is reported at once.</summary>
    public static CalibrationLoad Read(TextFile file)
    {
        var read = FileReader.Read(file, CalibrationFormat.Format, CodeFamily.Catalog);
        return new CalibrationLoad(read.Value, read.Diagnostics);
    }
}
