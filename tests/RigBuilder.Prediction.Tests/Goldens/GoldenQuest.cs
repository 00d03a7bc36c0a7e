using System.Globalization;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Settings;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Tests.Goldens;

/// <summary>Reads a quest of the golden table: "llama-2-7b q4_0 ctx=4096 kv=q8_0 fa=off ub=256 users=4 on=cpu kwh=0.40".</summary>
internal static class GoldenQuest
{
    public static Quest Of(string text)
    {
        var words = text.Split(' ');
        return words.Skip(2).Select(w => w.Split('=', 2)).Aggregate(TestRigs.Quest(Model(words[0]), words[1]), (quest, w) => With(quest, w[0], w[1]));
    }

    private static Quest With(Quest quest, string key, string value) => key switch
    {
        "ctx" => quest with { Context = Whole(value) },
        "kv" => quest with { KeyType = Enum.Parse<KvType>(value, true), ValueType = Enum.Parse<KvType>(value, true) },
        "fa" => quest with { FlashAttention = value == "on" },
        "ub" => quest with { MicroBatch = Whole(value) },
        "users" => quest with { Users = Whole(value) },
        "on" => quest with { RunsOn = Enum.Parse<RunsOn>(value, true) },
        "kwh" => quest with { ElectricityPrice = Money.FromUsd(decimal.Parse(value, CultureInfo.InvariantCulture)) },
        _ => Set(quest, key, value),
    };

    // A setting by its key of a batch line or in a rig file; "~" stands for a blank.
    private static Quest Set(Quest quest, string key, string value)
    {
        var set = (SettingTable.OfBatchKey(key)?.Setting ?? SettingTable.Of(key)).Apply(quest, value.Replace('~', ' '), out var problem);
        return problem is null ? set : throw new ArgumentException(problem);
    }

    private static LlmModel Model(string id) => TestModels.All.Single(m => m.Id == id);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
