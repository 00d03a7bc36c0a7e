using RigBuilder.Inference;
using RigBuilder.MemoryGrid;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

const string Usage = """
    Asks llama.cpp's own planner what every catalog model takes in memory, over a grid of contexts, cache types, flash attention
    and batches, and writes a table of it. Nothing is allocated and nothing is run.

    dotnet run -c Release --project tools/RigBuilder.MemoryGrid [-- [--output FILE.csv] [--quant ID] [--model ID]]

      --output FILE.csv   default data/measurements/memory_grid.csv
      --quant ID          default q4_k_m
      --model ID          one model only

    Run it in the repository's root folder. RIGBUILDER_LLAMA_DIR may name another build of the same llama.cpp.
    """;

var output = Path.Combine("data", "measurements", "memory_grid.csv");
var quantId = "q4_k_m";
string? modelId = null;
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--output" && i + 1 < args.Length) output = args[++i];
    else if (args[i] == "--quant" && i + 1 < args.Length) quantId = args[++i];
    else if (args[i] == "--model" && i + 1 < args.Length) modelId = args[++i];
    else return Fail(Usage);
}

var catalog = new CatalogFolders(new DiskFiles()).Load("catalog").Catalog;
if (catalog.Quants.Find(quantId) is not { } quant) return Fail($"the catalog has no quant '{quantId}'");
var models = catalog.Models.Items.Where(m => modelId is null || m.Id == modelId).ToList();
if (models.Count == 0) return Fail($"the catalog has no model '{modelId}'");
var opened = LLamaSharpMemoryOracle.Open();
if (!opened.Succeeded) return Fail(opened.Reason);
using var oracle = opened.Value;
var lines = new List<string> { GridTable.Head };
foreach (var model in models.OrderBy(m => m.Id, StringComparer.Ordinal)) lines.AddRange(GridTable.Rows(oracle, model, quant));
File.WriteAllText(output, string.Join('\n', lines) + "\n");
Console.WriteLine($"wrote {lines.Count - 1} rows to {output}");
return 0;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
