using System.Collections.Immutable;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Workloads;

/// <summary>
/// What the rig is for, with resolved model and quant (null while not chosen or unknown): the workload and the wishes.
/// </summary>
public sealed record Quest
{
    /// <summary>The model; null when none is chosen.</summary>
    public LlmModel? Model { get; init; }

    /// <summary>The quantisation; null when none is chosen.</summary>
    public Quant? Quant { get; init; }

    /// <summary>
    /// The longest context that is predicted, in tokens: ten times the longest that any model is trained for. More is refused where it is
    /// written.
    /// </summary>
    public const int LongestContext = 100_000_000;

    /// <summary>Most users at the same time.</summary>
    public const int MostUsers = 100_000;

    /// <summary>Largest physical and logical batch.</summary>
    public const int LargestBatch = 65_536;

    /// <summary>Context length in tokens, per user; 1 to <see cref="LongestContext"/>.</summary>
    public int Context { get; init; } = 4096;

    /// <summary>Element type of the keys in the cache.</summary>
    public KvType KeyType { get; init; } = KvType.F16;

    /// <summary>Element type of the values in the cache; a quantised one needs flash attention.</summary>
    public KvType ValueType { get; init; } = KvType.F16;

    /// <summary>Whether flash attention is used.</summary>
    public bool FlashAttention { get; init; } = true;

    /// <summary>Users served at the same time, 1 or more.</summary>
    public int Users { get; init; } = 1;

    /// <summary>Physical batch (llama.cpp's -ub).</summary>
    public int MicroBatch { get; init; } = 512;

    /// <summary>Where the model should run.</summary>
    public RunsOn RunsOn { get; init; }

    /// <summary>Inference or a kind of fine-tuning.</summary>
    public WorkloadKind Kind { get; init; }

    /// <summary>llama.cpp backend to assume ("cuda", "vulkan" …); null = the fastest that runs on the cards.</summary>
    public string? Backend { get; init; }

    /// <summary>What the user fixes of llama.cpp's other settings; whatever is open is planned.</summary>
    public LaunchSettings Launch { get; init; } = LaunchSettings.Open;

    /// <summary>The draft model that <see cref="LaunchSettings.Speculation"/> names, looked up; null when it names none or an unknown one.</summary>
    public LlmModel? DraftModel { get; init; }

    /// <summary>Quantisation of <see cref="DraftModel"/>; null with it.</summary>
    public Quant? DraftQuant { get; init; }

    /// <summary>Wished generation speed; null when any will do.</summary>
    public TokensPerSecond? TargetSpeed { get; init; }

    /// <summary>Budget; null when open.</summary>
    public Money? Budget { get; init; }

    /// <summary>Price of electricity per kWh; null = the calibration's default.</summary>
    public Money? ElectricityPrice { get; init; }

    /// <summary>What was taken for granted when model and quant were looked up, in sentences for people.</summary>
    public ImmutableArray<string> Assumed { get; init; } = [];

    /// <summary>Whether a model and a quant are chosen.</summary>
    public bool IsComplete => Model is not null && Quant is not null;

    /// <summary>The physical batch in effect: llama.cpp takes no more than the logical one (-b), 2,048 unless said otherwise.</summary>
    public int EffectiveMicroBatch => Launch.Batch is { } batch ? Math.Min(MicroBatch, batch) : MicroBatch;

    /// <summary>Whether a cache type is one of blocks with a scale; values of such a type need flash attention.</summary>
    public static bool IsQuantised(KvType type) => type is not (KvType.F16 or KvType.F32 or KvType.Bf16);
}

/// <summary>What is done with the model.</summary>
public enum WorkloadKind
{
    /// <summary>Generating text.</summary>
    Inference,

    /// <summary>Fine-tuning adapters on 16-bit weights.</summary>
    Lora,

    /// <summary>Fine-tuning adapters on 4-bit weights.</summary>
    Qlora,

    /// <summary>Fine-tuning all weights.</summary>
    FullFineTune,
}

/// <summary>Where the model should run.</summary>
public enum RunsOn
{
    /// <summary>On the GPUs as far as they hold it, the rest on the CPU.</summary>
    Auto,

    /// <summary>Wholly on the GPUs.</summary>
    Gpu,

    /// <summary>Wholly on the CPU.</summary>
    Cpu,
}
