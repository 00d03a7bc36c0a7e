using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Prediction;
using RigBuilder.Validation;
using RigBuilder.Validation.Storage;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rules;

namespace RigBuilder.Cli.Composition;

/// <summary>Reads catalog, rules and calibration. What is good is used; what is wrong is told.</summary>
internal static class WorldLoader
{
    // The newest; older ones say little that these do not.
    private const int MostValidations = 100;

    public static LoadedWorld Load(DataFolders folders)
    {
        var files = new DiskFiles();
        // Neither needs the other, and both are most of the time from the start to the first frame.
        var reading = Task.Run(() => new RuleFolders(files).Load(folders.Rules[0], [.. folders.Rules.Skip(1)]));
        var catalog = new CatalogFolders(files).Load(folders.Catalogs[0], [.. folders.Catalogs.Skip(1)]);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (DataFormat.Obstacle(files, folders.Root) is { } format) diagnostics.Add(format);
        diagnostics.AddRange(catalog.Diagnostics);
        if (folders.PricedOnly) catalog = catalog with { Catalog = catalog.Catalog.PricedOnly() };
        var forecaster = Forecaster(files, folders, catalog.Catalog, diagnostics);
        var rules = reading.GetAwaiter().GetResult();
        diagnostics.AddRange(rules.Diagnostics);
        return new LoadedWorld(catalog.Catalog, rules.Rules, forecaster, diagnostics.ToImmutable(), catalog.Origins);
    }

    /// <summary>The last readable calibration of the catalog folders: a user's own wins over the shipped one.</summary>
    private static IForecaster Forecaster(DiskFiles files, DataFolders folders, Catalog catalog, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var path in folders.Catalogs.Reverse().Select(c => Path.Combine(c, CatalogReader.CalibrationFile)).Where(File.Exists))
        {
            if (files.Read(path, out var refused) is not { } file)
            {
                diagnostics.Add(refused!);
                continue;
            }

            var read = CalibrationReader.Read(file);
            diagnostics.AddRange(read.Diagnostics);
            if (read.Calibration is { } calibration) return Measuring(new Forecaster(calibration), folders, catalog, diagnostics);
        }

        if (Directory.Exists(folders.Catalogs[0]) && !diagnostics.Any(d => d.Location?.File.EndsWith(CatalogReader.CalibrationFile, StringComparison.Ordinal) == true))
        {
            diagnostics.Add(new Diagnostic("RB7005", DiagnosticSeverity.Error, new SourceLocation(Path.Combine(folders.Catalogs[0], CatalogReader.CalibrationFile), 0, 0), "the calibration is not there")
            {
                Help = "restore catalog/calibration.yaml, or write it anew with the fitting tool",
                Why = "without it nothing can be predicted",
            });
        }

        return new UncalibratedForecaster();
    }

    /// <summary>The forecaster, resting on the saved validations where that is asked for.</summary>
    private static Forecaster Measuring(Forecaster forecaster, DataFolders folders, Catalog catalog, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (folders.Validations is not { } validations) return forecaster;
        var (saved, unreadable) = new ResultStore(validations).List();
        diagnostics.AddRange(unreadable);
        var (machine, why) = new MeasuredMachines(catalog, forecaster).Of(saved.Take(MostValidations).Select(r => r.Report));
        if (!machine.IsEmpty) return forecaster.Measuring(machine);
        diagnostics.Add(InferenceDiagnostics.NothingMeasured(validations, why));
        return forecaster;
    }
}
