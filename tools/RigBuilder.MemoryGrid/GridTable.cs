using System.Globalization;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.MemoryGrid;

/// <summary>The rows of the table: one question to the planner each. Sizes are in bytes, all in system memory.</summary>
internal static class GridTable
{
    /// <summary>Names of the columns.</summary>
    public const string Head = "model,quant,context,key_type,value_type,flash_attention,micro_batch,sequences,weights_bytes,kv_bytes,compute_bytes,output_bytes";

    private static readonly int[] Contexts = [512, 4096, 32768];

    // Quantised values need flash attention, so without it only the keys are.
    private static readonly (KvType Key, KvType Value, bool Flash)[] Caches =
    [
        (KvType.F16, KvType.F16, true), (KvType.Q8_0, KvType.Q8_0, true), (KvType.Q4_0, KvType.Q4_0, true),
        (KvType.F16, KvType.F16, false), (KvType.Q8_0, KvType.F16, false),
    ];

    /// <summary>The rows of a model; none when it cannot be synthesised.</summary>
    public static IEnumerable<string> Rows(IMemoryOracle oracle, LlmModel model, Quant quant)
    {
        if (new SyntheticModel(model, quant).Obstacle() is not null) yield break;
        foreach (var options in Options())
        {
            var planned = oracle.Measure(model, quant, options);
            if (planned.Succeeded) yield return Row(model, quant, options, planned.Value);
            else Console.Error.WriteLine($"{model.Id} at {options.Context}: {planned.Reason}");
        }
    }

    private static IEnumerable<ContextOptions> Options()
    {
        foreach (var context in Contexts)
            foreach (var (key, value, flash) in Caches)
                yield return new ContextOptions { Context = context, KeyType = key, ValueType = value, FlashAttention = flash, Threads = 1 };
        // Away from the defaults of batch and sequences, one variation at a time.
        yield return new ContextOptions { Context = 4096, FlashAttention = true, MicroBatch = 128, Threads = 1 };
        yield return new ContextOptions { Context = 4096, FlashAttention = true, MicroBatch = 2048, Threads = 1 };
        yield return new ContextOptions { Context = 16384, FlashAttention = true, Sequences = 4, Threads = 1 };
    }

    private static string Row(LlmModel model, Quant quant, ContextOptions o, BufferReport planned) => string.Create(
        CultureInfo.InvariantCulture,
        $"{model.Id},{quant.Id},{o.Context},{Name(o.KeyType)},{Name(o.ValueType)},{(o.FlashAttention == true ? "on" : "off")},{o.MicroBatch},{o.Sequences},{planned[MemoryKind.Weights].Count},{planned[MemoryKind.Kv].Count},{planned[MemoryKind.Compute].Count},{planned[MemoryKind.Output].Count}");

    private static string Name(KvType type) => type.ToString().ToLowerInvariant();
}
