using RigBuilder.Fit;
using RigBuilder.Fit.Reports;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

const string Usage = """
    Fits the speed model and writes catalog/calibration.yaml.

    dotnet run -c Release --project tools/RigBuilder.Fit [-- [--measurements FILE.csv] [--quick] [--check]]

      --measurements FILE.csv   another table of measurements than data/measurements/llama_bench.csv
      --quick                   keep the widths that were chosen for the priors: seconds instead of ten minutes
      --check                   fit and print, write nothing

    Run it in the repository's root folder.
    """;

var measurements = Path.Combine("data", "measurements", "llama_bench.csv");
var (check, quick) = (false, false);
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--measurements" && i + 1 < args.Length) measurements = args[++i];
    else if (args[i] == "--check") check = true;
    else if (args[i] == "--quick") quick = true;
    else return Fail(Usage);
}

var files = new DiskFiles();
var catalog = new CatalogFolders(files).Load("catalog");
foreach (var diagnostic in catalog.Diagnostics) Console.Error.WriteLine(diagnostic.Message);
var path = Path.Combine("catalog", "calibration.yaml");
if (files.Read(path, out var unread) is not { } file) return Fail(unread?.Message ?? Usage);
var (start, diagnostics) = CalibrationReader.Read(file);
if (start is null) return Fail(string.Join('\n', diagnostics.Select(d => $"{d.Location}: {d.Message}")));
if (!File.Exists(measurements)) return Fail($"{measurements} is not there");

var fits = SpeedFits.Run(catalog.Catalog, File.ReadAllText(measurements), File.ReadAllText(Path.Combine("data", "measurements", "cpu_memory.csv")), start, !quick);
var report = ErrorReport.Of(fits);
Console.WriteLine(report);
if (check) return 0;

files.Save(path, CalibrationText.Replace(file.Text, fits.Calibration));
files.Save(Path.Combine("docs", "prediction-errors.md"), report);
files.Save(Path.Combine("docs", "prediction-errors.svg"), ErrorPlot.Of(fits.Speeds[0]));
Console.WriteLine($"wrote {path}, docs/prediction-errors.md, docs/prediction-errors.svg");
return 0;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
