using RigBuilder.Domain.Diagnostics;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Calibrations;

/// <summary>Reads <c>catalog/calibration.yaml</c>. Pure; <see cref="DiskFiles"/> does the reading from disk.</summary>
public static class CalibrationReader
{
    /// <summary>Reads a calibration; every error is reported at once.</summary>
    public static CalibrationLoad Read(TextFile file)
    {
        var context = new ReadContext(file, CodeFamily.Catalog);
        var parsed = YamlParser.Parse(file);
        context.Take(parsed.Diagnostics);
        Calibration? calibration = null;
        if (parsed.Root is { } root)
        {
            if (CalibrationFormat.Format.TryRead(root, context, out var read)) calibration = read;
        }
        else if (context.Errors == 0)
        {
            context.Report("RB2006", DiagnosticSeverity.Error, default, "the calibration is empty", "restore catalog/calibration.yaml, or write it anew with the fitting tool");
        }

        return new CalibrationLoad(context.Errors == 0 ? calibration : null, context.Diagnostics());
    }
}
