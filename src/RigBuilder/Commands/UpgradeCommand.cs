using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RigBuilder.Advice;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Commands;

/// <summary>"upgrade": which change of a rig, or of this machine, makes its quest faster for the money.</summary>
internal sealed class UpgradeCommand(CliEnvironment environment, DataOptions data)
{
    private readonly Argument<string?> _rig = new("RIG") { Description = "A rig file (*.rig.yaml); without it this machine.", Arity = ArgumentArity.ZeroOrOne };
    private readonly ModelOptions _model = new();
    private readonly Option<string?> _quant = new("--quant") { Description = "Quantisation, for example Q4_K_M.", HelpName = "ID" };
    private readonly SettingOptions _settings = new();
    private readonly Option<string?> _budget = new("--budget") { Description = "What may be spent, net of what is sold.", HelpName = "USD" };
    private readonly Option<bool> _newOnly = new("--new-only") { Description = "Buy nothing used." };
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };

    public Command Create()
    {
        var command = new Command("upgrade", "Find the changes that make a rig, or this machine, faster for the money; each passes every rule.") { _rig };
        foreach (var option in (Option[])[.. _model.All, _quant]) command.Options.Add(option);
        _settings.AddTo(command);
        foreach (var option in (Option[])[_budget, _newOnly, _json]) command.Options.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        if (world.IsEmpty) return ExitCode.BadInput;
        var problems = new List<string>();
        var budget = Budget(parsed.GetValue(_budget), problems);
        var build = await BuildAsync(parsed, world, problems, cancellation);
        if (build is not null) build = build with { Quest = Quest(parsed, build.Quest, problems) };
        if (build is not null && problems.Count == 0)
        {
            var named = _model.Name(parsed, problems) is { } model ? ModelFiles.Know(world.Catalog, model, environment.WorkingFolder) : world.Catalog;
            var quest = named.Resolve(build.Quest);
            if (quest.Model is null || quest.Quant is null) problems.Add(quest.Model is null ? Named(named.Names.Model(build.Quest.ModelId ?? "").Problem, "no model is named: write --model NAME --quant ID") : "no quantisation is named: write --quant ID");
        }

        if (build is null || problems.Count > 0)
        {
            Diagnosing.Report(environment, [.. problems.Select(p => new Diagnostic("RB7002", DiagnosticSeverity.Error, null, p))]);
            return ExitCode.BadInput;
        }

        var appraiser = world.Appraiser();
        if (build.Quest.ModelId is { } name) appraiser = appraiser.Knowing(name, ModelFiles.Know(world.Catalog, name, environment.WorkingFolder).Names.Model(name));
        var search = new UpgradeSearch(appraiser, build);
        var upgrades = search.Within(budget, used: !parsed.GetValue(_newOnly), cancellation);
        if (parsed.GetValue(_json)) environment.Out.WriteLine(Json.Pretty(Told(search, upgrades)));
        else
            foreach (var line in Lines(search, upgrades, budget)) environment.Out.WriteLine(line);
        return ExitCode.Fits;
    }

    private static string Named(string? problem, string otherwise) => string.IsNullOrEmpty(problem) ? otherwise : problem;

    private async Task<Build?> BuildAsync(ParseResult parsed, LoadedWorld world, List<string> problems, CancellationToken cancellation)
    {
        if (parsed.GetValue(_rig) is { } path)
        {
            var read = new RigFiles(new DiskFiles()).Load(environment.Resolve(path), world.Catalog);
            Diagnosing.Report(environment, read.Diagnostics);
            if (read.Value is not { } build || read.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error)) return null;
            problems.AddRange(world.Catalog.Resolve(build).Missing.Select(m => $"the catalog has no {m.Kind.ToString().ToLowerInvariant()} '{m.Selection.PartId}'"));
            return build;
        }

        var match = MachineMatcher.Match(await Libraries.CreateProbe(environment.Time).ProbeAsync(cancellation), world.Catalog);
        if (world.Catalog.Resolve(match.Build) is { Gpus.IsEmpty: true, Cpu: null })
            problems.Add($"the catalog knows neither processor nor card of this machine ({string.Join(", ", match.Parts.Select(part => part.RawName).Take(3))}); name a rig file");
        return match.Build;
    }

    private QuestSpec Quest(ParseResult parsed, QuestSpec quest, List<string> problems)
    {
        if (_model.Name(parsed, problems) is { } model) quest = quest with { ModelId = model, QuantId = null };
        if (parsed.GetValue(_quant) is { } quant) quest = quest with { QuantId = quant };
        var settings = quest.Settings;
        foreach (var (setting, text) in _settings.Of(parsed))
        {
            settings = setting.Apply(settings, text, out var problem);
            if (problem is not null) problems.Add(problem);
        }

        return quest with { Settings = settings };
    }

    // "800", "800 USD", "$1,200".
    private static decimal? Budget(string? text, List<string> problems)
    {
        if (text is null) return null;
        var digits = text.Replace("USD", "", StringComparison.OrdinalIgnoreCase).Replace("$", "", StringComparison.Ordinal).Trim();
        if (decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= 1_000_000_000) return amount;
        problems.Add($"--budget '{text}' is no amount of dollars; write for example 800");
        return null;
    }

    private static IEnumerable<string> Lines(UpgradeSearch search, ImmutableArray<Upgrade> upgrades, decimal? budget)
    {
        var before = search.Before;
        yield return $"{before.Build.Name}: {before.Quest.Model!.Name} {before.Quest.Quant!.Name} at {before.Quest.Context:#,0} tokens runs "
            + (before.Forecast.Decode is { } now ? $"at {now.Value} ({QuantityText.Number(now.Low.Value)} to {QuantityText.Number(now.High.Value)})" : $"not: {before.Forecast.Placement?.Shortfall}");
        if (before.Quest.RunsOn == Domain.Workloads.RunsOn.Cpu) yield return "the quest runs on the processor alone (runs_on: cpu), so cards change nothing";
        var reached = before.Quest.TargetSpeed is { } wished && before.Forecast.Decode?.Value.Value >= wished.Value;
        if (reached) yield return $"the wished {before.Quest.TargetSpeed} are reached already: keep the rig";
        else if (upgrades.IsEmpty) yield return budget is { } none ? $"nothing makes it faster for {Money.FromUsd(none)}: keep the rig, or the money" : "nothing in the catalog makes it faster: keep the rig";
        var best = upgrades.Where(u => !double.IsInfinity(u.PerHundred)).MaxBy(u => u.PerHundred);
        foreach (var upgrade in Steps(upgrades, best))
        {
            var decode = upgrade.After.Forecast.Decode!;
            yield return "";
            yield return $"{(upgrade == best ? "* " : "  ")}{Net(upgrade)} -> {decode.Value} ({QuantityText.Number(decode.Low.Value)} to {QuantityText.Number(decode.High.Value)}), +{QuantityText.Number(upgrade.Gain)}"
                + (double.IsInfinity(upgrade.PerHundred) ? "" : $", {QuantityText.Number(upgrade.PerHundred)} tok/s per 100 USD");
            foreach (var group in upgrade.Bought.GroupBy(p => (p.Kind, p.Id))) yield return $"    buy   {Counted(group)}, {Price(group.First(), group.Count())}";
            foreach (var group in upgrade.Given.GroupBy(p => (p.Kind, p.Id)))
                yield return $"    left  {Counted(group)}{(Upgrade.Resale(group.First()) is { } resale ? $", sold used for about {resale * group.Count()}" : ", no used price known, counted as nothing")}";
        }

        if (!upgrades.IsEmpty)
        {
            yield return "";
            yield return "* gives most speed for the money. Each line passes every rule without a new error; nothing cheaper is as fast.";
            if (before.Rig.Psu is null) yield return "The rig names no supply: see that yours carries the new parts (check tells how much they draw).";
        }

        yield return $"{search.Looked.Predicted:#,0} changes predicted, {search.Looked.Judged:#,0} judged.";
    }

    // People weigh steps that they notice: a twentieth faster than the one before.
    private static IEnumerable<Upgrade> Steps(ImmutableArray<Upgrade> upgrades, Upgrade? best)
    {
        var last = 0.0;
        foreach (var upgrade in upgrades)
        {
            var speed = upgrade.After.Forecast.Decode!.Value.Value;
            if (upgrade != best && speed < 1.05 * last) continue;
            last = speed;
            yield return upgrade;
        }
    }

    private static string Net(Upgrade upgrade) => upgrade.Net < 0
        ? $"{(upgrade.IsEstimate ? "about " : "")}{Money.FromUsd(-upgrade.Net)} left over"
        : $"{(upgrade.IsEstimate ? "about " : "")}{Money.FromUsd(upgrade.Net)}";

    private static string Counted(IGrouping<(PartKind Kind, string Id), Part> group) => group.Count() > 1 ? $"{group.Count()}x {group.First().Name}" : group.First().Name;

    private static string Price(Part part, int count) =>
        $"{(part.Price!.IsEstimate ? "≈ " : "")}{part.Price.Amount * count}{(part.Price is { Condition: not PartCondition.New, IsEstimate: false } ? " used" : "")}{(part.Price.AsOf is { } month ? $" ({month})" : "")}";

    private static JsonObject Told(UpgradeSearch search, ImmutableArray<Upgrade> upgrades) => new()
    {
        ["before"] = ForecastJson.Of(search.Before.Forecast),
        ["predicted"] = search.Looked.Predicted,
        ["judged"] = search.Looked.Judged,
        ["upgrades"] = new JsonArray([.. upgrades.Select(u => (JsonNode)new JsonObject
        {
            ["net_usd"] = u.Net,
            ["about"] = u.IsEstimate,
            ["gain_tokens_per_second"] = Math.Round(u.Gain, 2),
            ["gain_per_100_usd"] = double.IsInfinity(u.PerHundred) ? null : Math.Round(u.PerHundred, 3),
            ["buy"] = Json.Strings(u.Bought.Select(p => p.Id)),
            ["left"] = Json.Strings(u.Given.Select(p => p.Id)),
            ["forecast"] = ForecastJson.Of(u.After.Forecast),
            ["rig"] = RigWriter.Write(u.After.Build),
        })]),
    };
}
