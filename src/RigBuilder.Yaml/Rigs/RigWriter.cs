using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Settings;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Rigs;

/// <summary>Writes rig files. What it writes, <see cref="RigReader"/> reads back unchanged.</summary>
public static class RigWriter
{
    private const int LongestName = 200;

    /// <summary>The text of a rig file. Control characters are dropped from names and ids, since readers do not take them.</summary>
    public static string Write(Build build)
    {
        var text = new StringBuilder();
        var quest = build.Quest.Settings;
        var (settings, inUse) = (Lines(quest, SettingPlace.Settings), Lines(quest, SettingPlace.InUse));
        if (settings.Length + inUse.Length > 0 || build.Slots.Values.Any(s => !s.IsDefaultOrEmpty && s.Any(p => p.AsBuilt != AsBuilt.Unsaid)))
            text.Append("format: ").Append(RigFormat.Version).Append('\n');
        text.Append("rig: ").Append(Name(build.Name)).Append('\n');
        text.Append("quest:\n");
        foreach (var (key, value) in QuestLines(build.Quest)) text.Append("  ").Append(key).Append(": ").Append(value).Append('\n');
        Section(text, "settings", settings);
        Section(text, "in_use", inUse);
        if (build[PartKind.Machine] is { IsDefaultOrEmpty: false } machine) text.Append("machine: ").Append(Slot(machine)).Append('\n');
        var slots = build.Slots.Where(s => s.Key != PartKind.Machine && !s.Value.IsDefaultOrEmpty).ToArray();
        if (slots.Length == 0) return text.ToString();
        text.Append("parts:\n");
        foreach (var (kind, selections) in slots)
            text.Append("  ").Append(CatalogWords.PartKinds.WordOf(kind)).Append(": ").Append(Slot(selections)).Append('\n');
        return text.ToString();
    }

    private static (string Key, string Value)[] Lines(Quest quest, SettingPlace place) =>
        [.. SettingTable.All.Where(s => s.Place == place).Select(s => (s.Key, Value: s.Written(quest)!)).Where(l => l.Value is not null).Select(l => (l.Key, YamlText.Quote(l.Value)))];

    private static void Section(StringBuilder text, string key, (string Key, string Value)[] lines)
    {
        if (lines.Length == 0) return;
        text.Append(key).Append(":\n");
        foreach (var (name, value) in lines) text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
    }

    private static IEnumerable<(string Key, string Value)> QuestLines(QuestSpec spec)
    {
        var quest = spec.Settings;
        if (spec.ModelId is { } model) yield return ("model", Name(model));
        if (spec.QuantId is { } quant) yield return ("quant", Name(quant));
        yield return ("context", Whole(quest.Context));
        yield return ("users", Whole(quest.Users));
        if (quest.MicroBatch != new Quest().MicroBatch) yield return ("micro_batch", Whole(quest.MicroBatch));
        if (quest.KeyType == quest.ValueType) yield return ("kv", CatalogWords.KvTypes.WordOf(quest.KeyType));
        else
        {
            yield return ("key_type", CatalogWords.KvTypes.WordOf(quest.KeyType));
            yield return ("value_type", CatalogWords.KvTypes.WordOf(quest.ValueType));
        }

        yield return ("flash_attention", quest.FlashAttention ? "on" : "off");
        yield return ("runs_on", CatalogWords.RunsOn.WordOf(quest.RunsOn));
        yield return ("kind", CatalogWords.WorkloadKinds.WordOf(quest.Kind));
        if (quest.Backend is { } backend) yield return ("backend", Name(backend));
        if (quest.TargetSpeed is { } speed) yield return ("target_speed", speed.Value.ToString("R", CultureInfo.InvariantCulture) + " tok/s");
        if (quest.Budget is { } budget) yield return ("budget", budget.Amount.ToString(CultureInfo.InvariantCulture) + " USD");
        if (quest.ElectricityPrice is { } price) yield return ("electricity_price", price.Amount.ToString(CultureInfo.InvariantCulture) + " USD");
    }

    private static string Slot(ImmutableArray<Selection> selections) => selections is [{ Count: 1 } one] && one.AsBuilt == AsBuilt.Unsaid
        ? Name(one.PartId)
        : $"[{string.Join(", ", selections.Select(s => s.Count == 1 && s.AsBuilt == AsBuilt.Unsaid ? Name(s.PartId) : $"{{ {string.Join(", ", Said(s))} }}"))}]";

    private static IEnumerable<string> Said(Selection selection)
    {
        var said = selection.AsBuilt;
        yield return $"id: {Name(selection.PartId)}";
        if (selection.Count != 1) yield return $"count: {Whole(selection.Count)}";
        if (said.PowerLimit is { } limit) yield return string.Create(CultureInfo.InvariantCulture, $"power_limit: {limit.Value:R} W");
        if (said.Link is { } link) yield return $"link: {{ gen: {Whole(link.Gen)}, lanes: {Whole(link.Lanes)}{(said.LinkBy is { } by ? ", by: " + by : "")} }}";
        if (said.Condition is { } condition) yield return $"condition: {CatalogWords.Conditions.WordOf(condition)}";
        if (said.Price is { } price) yield return $"price: {price.Amount.ToString(CultureInfo.InvariantCulture)} USD";
        if (said.Owned) yield return "owned: true";
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(string text)
    {
        var clean = new string([.. text.Where(c => !char.IsControl(c))]).Trim();
        if (clean.Length > LongestName) clean = clean[..LongestName].Trim();
        return YamlText.Quote(clean.Length == 0 ? "unnamed" : clean);
    }
}
