using System.Collections.Immutable;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rigs;

/// <summary>How a rig file is written.</summary>
internal static class RigFormat
{
    /// <summary>The newest version of the format; files that state none are of the first.</summary>
    public const int Version = 2;

    private static readonly Quest Defaults = new();

    private static readonly Format<Located<string>> Name = Formats.Line.WithPlace();

    private static readonly Format<string> ModelFile = new MapFormat<string>("model file", "A model by a file of its own.", map =>
    {
        var gguf = map.Optional("gguf", Formats.Line, "Its GGUF file; the path starts at the rig file's folder.", "models/my-model.gguf");
        var config = map.Optional("config", Formats.Line, "The config.json of its repository.", "my-model/config.json");
        return gguf is not null ? new ModelReference(gguf, false).Text : config is not null ? new ModelReference(config, true).Text : "";
    }, (_, check) => check.Require(check.Has("gguf") != check.Has("config"), "config", "a model is named by one file", "write either gguf or config"));

    private static readonly Format<Located<string>> Model = Formats.Either(Formats.Line, ModelFile).WithPlace();

    private static readonly MapFormat<QuestText> Quest = new("quest", "What the rig is for.", MakeQuest, CheckQuest);

    private static readonly MapFormat<ImmutableArray<(PartKind, ImmutableArray<Located<Selection>>)>> Parts = new(
        "set of parts", "What is equipped; slots that are left out are empty.", MakeParts, CheckParts);

    public static MapFormat<RigText> Format { get; } = new("rig", "A rig: a quest, settings and the parts for it.", MakeRig, CheckRig);

    private static RigText MakeRig(YamlMap map)
    {
        map.OrElse("format", Formats.Count(1, 1000), 1, "Version of the format; 2 has settings, in_use, and what is said of very parts.", "2");
        var name = map.OrElse("rig", Formats.Line, Build.Empty.Name, "Name of the rig.", "My rig");
        var quest = map.OrElse("quest", Quest, Quest.Placeholder, "What the rig is for.");
        var settings = map.OrElse("settings", SettingsFormat.Settings, [], "llama.cpp's settings; what is left out is planned.");
        var machine = map.OrElse("machine", SelectionFormat.Parts, [], "A machine that is bought whole; it fills the slots, and parts has what is changed.");
        var parts = map.OrElse("parts", Parts, [], "What is equipped; slots that are left out are empty.");
        if (!machine.IsEmpty) parts = [.. parts.Where(p => p.Item1 != PartKind.Machine || !p.Item2.IsEmpty), (PartKind.Machine, machine)];
        var inUse = map.OrElse("in_use", SettingsFormat.InUse, [], "Memory that something else holds.");
        return new RigText(name, quest, parts, [.. settings, .. inUse]);
    }

    internal static ImmutableArray<(PartKind, ImmutableArray<Located<Selection>>)> MakeParts(YamlMap map) =>
        [.. Enum.GetValues<PartKind>().Select(kind => (kind, map.OrElse(CatalogWords.PartKinds.WordOf(kind), kind == PartKind.Gpu ? SelectionFormat.Cards : SelectionFormat.Parts, [], $"The {CatalogWords.PartKinds.WordOf(kind)} slot: an id, {{ id, count }}, or a list of them.")))];

    internal static QuestText MakeQuest(YamlMap map)
    {
        var model = map.Optional("model", Model, "Id or any name of the model, its size alone (24B), or { gguf: FILE } or { config: FILE }.", "llama-3.1-8b");
        var quant = map.Optional("quant", Name, "Id or name of the quantisation.", "q4_k_m");
        var kv = map.OrElse("kv", CatalogWords.KvTypes, Defaults.KeyType, "Type of the key/value cache, keys and values alike.", "f16");
        return new QuestText(model, quant, new Quest
        {
            KeyType = map.OptionalValue("key_type", CatalogWords.KvTypes, "Type of the keys, where it differs from the values'.", "q8_0") ?? kv,
            ValueType = map.OptionalValue("value_type", CatalogWords.KvTypes, "Type of the values, where it differs from the keys'.", "q8_0") ?? kv,
            Context = map.OrElse("context", new TokenCountFormat(Domain.Workloads.Quest.LongestContext), Defaults.Context, "Context length in tokens, per user.", "128k"),
            Users = map.OrElse("users", Formats.Count(1, Domain.Workloads.Quest.MostUsers), Defaults.Users, "Users served at the same time.", "1"),
            MicroBatch = map.OrElse("micro_batch", Formats.Count(1, Domain.Workloads.Quest.LargestBatch), Defaults.MicroBatch, "Physical batch (llama.cpp's -ub).", "512"),
            FlashAttention = map.OrElse("flash_attention", Formats.Switch, Defaults.FlashAttention, "Whether flash attention is used.", "on"),
            RunsOn = map.OrElse("runs_on", CatalogWords.RunsOn, Defaults.RunsOn, "Where the model should run.", "auto"),
            Kind = map.OrElse("kind", CatalogWords.WorkloadKinds, Defaults.Kind, "Inference or a kind of fine-tuning.", "inference"),
            Backend = map.Optional("backend", CatalogWords.Backends, "llama.cpp backend to assume; left out: the fastest that runs on the cards.", "cuda"),
            TargetSpeed = map.OptionalValue("target_speed", Quantities.Speed, "Wished generation speed.", "10 tok/s"),
            Budget = map.OptionalValue("budget", Quantities.Money, "Budget.", "3000 USD"),
            ElectricityPrice = map.OptionalValue("electricity_price", Quantities.MoneyPerKilowattHour, "Price of electricity per kWh.", "0.30 USD"),
        });
    }

    private static void CheckRig(RigText rig, MapCheck check) => check.Require(
        !check.Has("format") || check.Text("format") is not { } version || int.Parse(version, System.Globalization.CultureInfo.InvariantCulture) <= Version,
        "format", $"this program reads versions 1 to {Version} of the format", "open it with the version of the program that wrote it, or a newer one");

    private static void CheckParts(ImmutableArray<(PartKind Kind, ImmutableArray<Located<Selection>> Selections)> parts, MapCheck check)
    {
        var cards = parts.Where(p => p.Kind == PartKind.Gpu).SelectMany(p => p.Selections).Sum(s => s.Value.Count);
        check.Require(cards <= LaunchSettings.MostGpus, "gpu", $"{cards} graphics cards are more than llama.cpp drives", $"equip {LaunchSettings.MostGpus} at most");
    }

    private static void CheckQuest(QuestText quest, MapCheck check) =>
        check.Require(!check.Has("kv") || !(check.Has("key_type") || check.Has("value_type")), "kv", "'kv' sets both types, so it cannot stand beside key_type or value_type",
            "write either 'kv', or 'key_type' and 'value_type'");
}
