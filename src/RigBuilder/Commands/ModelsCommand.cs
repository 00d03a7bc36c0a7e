using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RigBuilder.Advice;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Cli.Predicting;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.Matching;
using RigBuilder.Prediction;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Commands;

/// <summary>"models": what a rig, or this machine, runs, and how well.</summary>
internal sealed class ModelsCommand(CliEnvironment environment, DataOptions data)
{
    // A query names a model; the ranking puts its own in the place.
    private const string AnyModel = "8B";
    private const string AnyQuant = "q4_k_m";

    private readonly Argument<string?> _rig = new("RIG") { Description = "A rig file (*.rig.yaml); without it the parts that are named, or this machine.", Arity = ArgumentArity.ZeroOrOne };
    private readonly PartOptions _parts = new();
    private readonly SettingOptions _settings = new();
    private readonly Option<ModelUse> _use = new("--use") { Description = "What the model is for: chat, code, reasoning or vision.", DefaultValueFactory = _ => ModelUse.Chat };
    private readonly Option<string[]> _add = new("--add") { Description = "Show what becomes possible with further cards.", HelpName = "GPU" };
    private readonly Option<int> _top = new("--top") { Description = "Show so many (default: 20; 0: all).", DefaultValueFactory = _ => 20, HelpName = "N" };
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };

    public Command Create()
    {
        var command = new Command("models", "Rank the models that a rig or this machine runs: quantisation, speed, memory, tier.") { _rig };
        _parts.AddTo(command);
        _settings.AddTo(command);
        foreach (var option in (Option[])[_use, _add, _top, _json]) command.Options.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        if (world.IsEmpty) return ExitCode.BadInput;
        var problems = new List<string>();
        var asked = await AskedAsync(parsed, world, problems, cancellation);
        var more = (parsed.GetValue(_add) ?? []).Select(text => (Text: text, Cards: world.Catalog.Names.Cards(text))).ToArray();
        problems.AddRange(more.Where(m => m.Cards.Item is null).Select(m => m.Cards.Problem ?? $"'{m.Text}' is no card"));
        if (asked is not var (rig, quest) || problems.Count > 0)
        {
            Diagnosing.Report(environment, [.. problems.Select(p => new Diagnostic("RB7002", DiagnosticSeverity.Error, null, p))]);
            return ExitCode.BadInput;
        }

        var use = parsed.GetValue(_use);
        var ranked = ModelRanking.Of(rig, quest, world.Catalog, world.Forecaster, use, cancellation);
        var added = more.Length == 0 ? [] : ModelRanking.Of(
            rig with { Gpus = [.. rig.Gpus, .. more.SelectMany(m => Enumerable.Repeat(m.Cards.Item!.Gpu, m.Cards.Item!.Count))] }, quest, world.Catalog, world.Forecaster, use, cancellation);
        if (!added.IsEmpty) ranked = Gained(ranked, added);
        var shown = parsed.GetValue(_top) is > 0 and var top ? ranked.Take(top).ToImmutableArray() : ranked;
        if (parsed.GetValue(_json)) environment.Out.WriteLine(Json.Pretty(Told(rig, quest, use, shown, ranked.Length)));
        else
            foreach (var line in Lines(rig, quest, use, shown, ranked.Length, !added.IsEmpty)) environment.Out.WriteLine(line);
        return ExitCode.Fits;
    }

    private async Task<(Rig Rig, Quest Quest)?> AskedAsync(ParseResult parsed, LoadedWorld world, List<string> problems, CancellationToken cancellation)
    {
        if (parsed.GetValue(_rig) is { } path)
        {
            var read = new RigFiles(new DiskFiles()).Load(environment.Resolve(path), world.Catalog);
            Diagnosing.Report(environment, read.Diagnostics);
            if (read.Value is not { } build || read.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error)) return null;
            return (world.Catalog.Resolve(build), world.Catalog.Resolve(build.Quest));
        }

        var query = _parts.Of(parsed) with { Settings = _settings.Of(parsed) };
        if (!query.Gpus.IsEmpty || query.Cpu is not null || query.Machine is not null)
            return QueryResolver.Resolve(query with { Model = AnyModel, Quant = AnyQuant }, world.Catalog, problems, world.Measured) is { } resolved ? (resolved.Rig, resolved.Quest) : null;
        var report = await Libraries.CreateProbe(environment.Time).ProbeAsync(cancellation);
        var match = MachineMatcher.Match(report, world.Catalog);
        var rig = world.Catalog.Resolve(match.Build);
        if (rig.Gpus.IsEmpty && rig.Cpu is null)
        {
            problems.Add($"the catalog knows neither processor nor card of this machine ({string.Join(", ", match.Parts.Select(part => part.RawName).Take(3))}); name parts (--gpu, --cpu, --ram), or a rig file");
            return null;
        }

        environment.Error.WriteLine("no parts named: this machine");
        return (rig, QuestQuery.Quest(query with { Model = AnyModel, Quant = AnyQuant }, new QueryNames(world.Catalog, problems), problems) ?? new Quest());
    }

    // What was not possible before, or is a tier better now.
    private static ImmutableArray<RankedModel> Gained(ImmutableArray<RankedModel> before, ImmutableArray<RankedModel> after)
    {
        var was = before.ToDictionary(m => m.Model.Id, m => m.Tier, StringComparer.Ordinal);
        return [.. after.Where(m => !was.TryGetValue(m.Model.Id, out var tier) || (tier != m.Tier && m.Score > before.First(b => b.Model.Id == m.Model.Id).Score))];
    }

    private static IEnumerable<string> Lines(Rig rig, Quest quest, ModelUse use, ImmutableArray<RankedModel> shown, int all, bool gained)
    {
        yield return $"{(gained ? "gained" : "models")} for {Parts(rig)}: {Word(use)} at {quest.Context:#,0} tokens";
        yield return "tier  score  model                               quant        tok/s  (range)          1st token     needs  longest ctx  where";
        foreach (var m in shown)
        {
            var f = m.Forecast;
            yield return string.Create(CultureInfo.InvariantCulture, $"{m.Tier,-4} {m.Score,6:0}  {Cut(m.Model.Name, 34),-34}  {m.Quant.Name,-11} {QuantityText.Number(f.Decode!.Value.Value),6}  {Range(f.Decode),-15}  {f.FirstToken?.Value.ToString() ?? "–",9} {f.Memory?.Total.ToString() ?? "–",9} {Longest(m),12:#,0}  {Where(f.Placement!)}");
        }

        if (shown.Length < all) yield return $"… {all - shown.Length} more; --top 0 shows all";
        if (all == 0) yield return gained ? "nothing is gained" : "none fits";
        yield return ModelScore.Formula(use);
    }

    private static string Parts(Rig rig) => string.Join(" + ", rig.Gpus.GroupBy(g => g.Name).Select(g => g.Count() > 1 ? $"{g.Count()}x {g.Key}" : g.Key)
        .Concat(rig.Cpu is { } cpu ? [cpu.Name] : []).Concat(SystemMemories.Of(rig) is { } ram ? [$"{ram.Capacity} {ram.Type.ToString().ToUpperInvariant()}"] : [])) is { Length: > 0 } named ? named : "no parts";

    private static string Range(Estimate<TokensPerSecond> speed) => $"({QuantityText.Number(speed.Low.Value)} to {QuantityText.Number(speed.High.Value)})";

    private static int Longest(RankedModel model) => model.Forecast.Placement?.LargestContext ?? 0;

    private static string Where(Placement placement) => placement.Mode switch
    {
        PlacementMode.SingleGpu => "GPU",
        PlacementMode.MultiGpu => "GPUs",
        PlacementMode.Partial => placement.CpuExpertLayers > 0 ? $"GPU, experts of {placement.CpuExpertLayers} layers in RAM" : $"GPU {placement.GpuLayers} of {placement.TotalLayers} layers, CPU",
        _ => "CPU",
    };

    private static JsonObject Told(Rig rig, Quest quest, ModelUse use, ImmutableArray<RankedModel> shown, int all) => new()
    {
        ["rig"] = Parts(rig),
        ["use"] = Word(use),
        ["context"] = quest.Context,
        ["formula"] = ModelScore.Formula(use),
        ["count"] = all,
        ["models"] = new JsonArray([.. shown.Select(m => (JsonNode)new JsonObject
        {
            ["model"] = m.Model.Id,
            ["name"] = m.Model.Name,
            ["quant"] = m.Quant.Id,
            ["tier"] = m.Tier.ToString(),
            ["score"] = Math.Round(m.Score, 1),
            ["forecast"] = ForecastJson.Of(m.Forecast),
        })]),
    };

    private static string Word(ModelUse use) => use.ToString().ToLowerInvariant();

    private static string Cut(string name, int width) => name.Length <= width ? name : name[..(width - 1)] + "…";
}
