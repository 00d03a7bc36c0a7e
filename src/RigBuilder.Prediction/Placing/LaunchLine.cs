using System.Globalization;
using System.Text;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Settings;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Placing;

/// <summary>The llama.cpp command that gives a placement.</summary>
internal static class LaunchLine
{
    /// <summary>The command line: what is planned, and everything that the user fixed.</summary>
    /// <param name="quest">The workload, with model and quant.</param>
    /// <param name="gpuLayers">-ngl.</param>
    /// <param name="split">-ts; empty when one device holds everything.</param>
    /// <param name="cpuExpertLayers">-ncmoe; 0 for none.</param>
    /// <param name="onlyGpu">The card to use alone (-sm none -mg); null when all are used.</param>
    public static string Of(Quest quest, int gpuLayers, IReadOnlyList<int> split, int cpuExpertLayers, int? onlyGpu)
    {
        var launch = quest.Launch;
        var line = new StringBuilder("llama-server -m ").Append(FileName(quest.Model!, quest.Quant!));
        var users = Math.Max(1, quest.Users);
        line.Append(CultureInfo.InvariantCulture, $" -ngl {gpuLayers} -c {(long)quest.Context * users} -fa {(quest.FlashAttention ? "on" : "off")}");
        line.Append(CultureInfo.InvariantCulture, $" -ctk {Name(quest.KeyType)} -ctv {Name(Memory.KvCache.ValueType(quest))} -ub {quest.MicroBatch}");
        if (launch.Batch is { } batch) line.Append(CultureInfo.InvariantCulture, $" -b {batch}");
        if (users > 1) line.Append(CultureInfo.InvariantCulture, $" -np {users}");
        if (launch.Threads is { } threads) line.Append(CultureInfo.InvariantCulture, $" -t {threads}");
        if (onlyGpu is null && launch.Split is SplitMode.Row or SplitMode.Tensor) line.Append(" -sm ").Append(SettingTable.Of("split_mode").Written(quest));
        if (!launch.TensorSplit.IsEmpty) line.Append(" -ts ").Append(SettingTable.Of("tensor_split").Written(quest));
        else if (split.Count > 1) line.Append(" -ts ").AppendJoin(',', split);
        if (!launch.Overrides.IsEmpty) line.Append(" -ot \"").Append(SettingTable.Of("ot").Written(quest)).Append('"');
        if (cpuExpertLayers > 0) line.Append(CultureInfo.InvariantCulture, $" -ncmoe {cpuExpertLayers}");
        if (onlyGpu is { } gpu) line.Append(CultureInfo.InvariantCulture, $" -sm none -mg {gpu}");
        else if (launch.MainGpu is { } main) line.Append(CultureInfo.InvariantCulture, $" -mg {main}");
        Speculate(line, quest);
        return line.ToString();
    }

    /// <summary>The usual name of a GGUF file.</summary>
    public static string FileName(LlmModel model, Quant quant) => $"{model.Id}-{quant.Name}.gguf";

    private static void Speculate(StringBuilder line, Quest quest)
    {
        if (quest.Launch.Speculation is not { } speculation) return;
        line.Append(speculation.Kind == SpeculationKind.Mtp ? " --spec-type draft-mtp" : " --spec-type draft-simple");
        if (speculation.Kind == SpeculationKind.Draft)
            line.Append(" --model-draft ").Append(quest is { DraftModel: { } model, DraftQuant: { } quant } ? FileName(model, quant) : speculation.Model);
        line.Append(CultureInfo.InvariantCulture, $" --spec-draft-n-max {speculation.Tokens}");
    }

    private static string Name(KvType type) => type.ToString().ToLowerInvariant();
}
