using System.Globalization;
using System.Text;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Placing;

/// <summary>The llama.cpp command that gives a placement.</summary>
internal static class LaunchLine
{
    /// <summary>The command line.</summary>
    /// <param name="quest">The workload, with model and quant.</param>
    /// <param name="gpuLayers">-ngl.</param>
    /// <param name="split">-ts; empty when one device holds everything.</param>
    /// <param name="cpuExpertLayers">-ncmoe; 0 for none.</param>
    /// <param name="onlyGpu">The card to use alone (-sm none -mg); null when all are used.</param>
    public static string Of(Quest quest, int gpuLayers, IReadOnlyList<int> split, int cpuExpertLayers, int? onlyGpu)
    {
        var line = new StringBuilder("llama-server -m ").Append(FileName(quest.Model!, quest.Quant!));
        var users = Math.Max(1, quest.Users);
        line.Append(CultureInfo.InvariantCulture, $" -ngl {gpuLayers} -c {(long)quest.Context * users} -fa {(quest.FlashAttention ? "on" : "off")}");
        line.Append(CultureInfo.InvariantCulture, $" -ctk {Name(quest.KeyType)} -ctv {Name(Memory.KvCache.ValueType(quest))} -ub {quest.MicroBatch}");
        if (users > 1) line.Append(CultureInfo.InvariantCulture, $" -np {users}");
        if (split.Count > 1) line.Append(" -ts ").AppendJoin(',', split);
        if (cpuExpertLayers > 0) line.Append(CultureInfo.InvariantCulture, $" -ncmoe {cpuExpertLayers}");
        if (onlyGpu is { } gpu) line.Append(CultureInfo.InvariantCulture, $" -sm none -mg {gpu}");
        return line.ToString();
    }

    /// <summary>The usual name of a GGUF file.</summary>
    public static string FileName(LlmModel model, Quant quant) => $"{model.Id}-{quant.Name}.gguf";

    private static string Name(KvType type) => type switch
    {
        KvType.Q8_0 => "q8_0",
        KvType.Q4_0 => "q4_0",
        _ => "f16",
    };
}
