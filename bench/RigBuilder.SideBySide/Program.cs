using System.Globalization;
using RigBuilder.Domain.Models;
using RigBuilder.Inference;
using RigBuilder.SideBySide;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

const string Usage = """
    Sets our speed tests beside those of an independent loop in C (loop.c), on the same library, the same file and as many threads,
    taking turns in one run: ours, theirs, theirs, ours. Turns in which either got less than 97 % of its processor time do not count.

    dotnet run -c Release --project bench/RigBuilder.SideBySide [-- [--model ID] [--quant ID] [--rounds N] [--threads N] [--tests pp512,tg128] [--pause SECONDS]]

      --pause SECONDS   rest before every turn, default 0.7: llama.cpp's threads spin for some tenths of a second after their work,
                        and would take the other's processor

    Run it in the repository's root folder. It needs a C compiler (cc).
    """;

var settings = new Dictionary<string, string> { ["--model"] = "smollm2-360m", ["--quant"] = "q4_0", ["--rounds"] = "20", ["--threads"] = "2", ["--tests"] = "pp512,tg128", ["--pause"] = "0.7" };
for (var i = 0; i < args.Length; i += 2)
{
    if (i + 1 >= args.Length || !settings.ContainsKey(args[i])) return Fail(Usage);
    settings[args[i]] = args[i + 1];
}

var catalog = new CatalogFolders(new DiskFiles()).Load("catalog").Catalog;
if (catalog.Models.Find(settings["--model"]) is not { } model || catalog.Quants.Find(settings["--quant"]) is not { } quant) return Fail("the catalog has no such model or quant");
var pause = TimeSpan.FromSeconds(double.Parse(settings["--pause"], CultureInfo.InvariantCulture));
int threads = int.Parse(settings["--threads"], CultureInfo.InvariantCulture), rounds = int.Parse(settings["--rounds"], CultureInfo.InvariantCulture);
var folder = Directory.CreateTempSubdirectory("rigbuilder-side-by-side-").FullName;
try
{
    return Run(model, quant);
}
finally
{
    Directory.Delete(folder, true);
}

int Run(LlmModel model, Quant quant)
{
    var path = Path.Combine(folder, "model.gguf");
    using (var stream = File.Create(path)) new SyntheticModel(model, quant).Write(stream, WeightFill.Sparse, null, default);
    var opened = new LLamaSharpRuntime().Open();
    if (!opened.Succeeded) return Fail(opened.Reason);
    using var library = opened.Value;
    using var loaded = library.Load(new LoadOptions { ModelPath = path }, null, default).Value!;
    Console.WriteLine($"{model.Name} {quant.Name}, {threads} threads, llama.cpp {library.Description.Version} on {library.Description.Devices[0].Description}");
    foreach (var name in settings["--tests"].Split(','))
    {
        var test = new SpeedTest(name.StartsWith("pp", StringComparison.Ordinal) ? SpeedTestKind.Prompt : SpeedTestKind.Generation, int.Parse(name[2..], CultureInfo.InvariantCulture));
        using var session = loaded.Open(new ContextOptions { Context = test.Tokens, Threads = threads, FlashAttention = true }).Value!;
        using var ours = new OurLoop(session);
        using var theirs = IndependentLoop.Start(Path.Combine("bench", "RigBuilder.SideBySide", "loop.c"), folder, library.Description.Location, path, threads);
        if (theirs is null) return Fail("the independent loop cannot be compiled or started");
        Compare(test, ours, theirs);
    }

    return 0;
}

void Compare(SpeedTest test, OurLoop ours, IndependentLoop theirs)
{
    ours.Run(test);
    theirs.Run(test);
    List<(TestRun Ours, TestRun Theirs)> pairs = [], same = [];
    for (var round = 0; round < rounds; round++)
    {
        var first = Rested(ours.Run, test);
        var second = Rested(theirs.Run, test);
        var third = Rested(theirs.Run, test);
        var fourth = Rested(ours.Run, test);
        pairs.AddRange([(first, second), (fourth, third)]);
        same.Add((second, third));
    }

    var clean = pairs.Where(Undisturbed).ToList();
    var text = CultureInfo.InvariantCulture;
    Console.WriteLine(string.Create(text, $"{test.Name}: {clean.Count} of {pairs.Count} pairs undisturbed"));
    Console.WriteLine($"  ours ÷ theirs, undisturbed: {Ratios(clean)}");
    Console.WriteLine($"  theirs ÷ theirs, undisturbed: {Ratios(same.Where(Undisturbed))}");
    Console.WriteLine($"  ours ÷ theirs, all: {Ratios(pairs)}");
    Console.WriteLine(string.Create(text, $"  best of all: ours {pairs.Max(p => p.Ours.Speed.Value):0.00} tok/s, theirs {pairs.Max(p => p.Theirs.Speed.Value):0.00} tok/s, ratio {pairs.Max(p => p.Ours.Speed.Value) / pairs.Max(p => p.Theirs.Speed.Value):0.0000}"));
}

TestRun Rested(Func<SpeedTest, TestRun> run, SpeedTest test)
{
    Thread.Sleep(pause);
    return run(test);
}

static PairedRatios Ratios(IEnumerable<(TestRun Ours, TestRun Theirs)> pairs) => new(pairs.Select(p => p.Ours.Speed.Value / p.Theirs.Speed.Value));

static bool Undisturbed((TestRun Ours, TestRun Theirs) pair) =>
    pair.Ours.CpuShare >= RepetitionWatch.MinCpuShare && pair.Theirs.CpuShare >= RepetitionWatch.MinCpuShare;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
