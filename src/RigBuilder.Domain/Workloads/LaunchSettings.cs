using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Workloads;

/// <summary>What a user fixes of llama.cpp's settings, in its words. Everything that is null or empty is open: the planner chooses.</summary>
public sealed record LaunchSettings
{
    /// <summary>More layers than any model has: "all of them".</summary>
    public const int AllLayers = 9999;

    /// <summary>Most graphics cards that llama.cpp drives in one process (ggml's GGML_CUDA_MAX_DEVICES).</summary>
    public const int MostGpus = 16;

    /// <summary>Nothing is fixed.</summary>
    public static LaunchSettings Open { get; } = new();

    /// <summary>-ngl: layers on the GPUs, counted from the last, the output layer one more; 0 to <see cref="AllLayers"/>.</summary>
    public int? GpuLayers { get; init; }

    /// <summary>-ncmoe: leading layers whose routed experts stay in system memory; <see cref="AllLayers"/> for -cmoe.</summary>
    public int? CpuExpertLayers { get; init; }

    /// <summary>-ot: tensors whose name a pattern matches go to a device; the first pattern that matches counts.</summary>
    public ValueList<TensorOverride> Overrides { get; init; }

    /// <summary>-sm: how several cards share a model.</summary>
    public SplitMode? Split { get; init; }

    /// <summary>-ts: shares of the cards in their order; a card without a share gets none.</summary>
    public ValueList<double> TensorSplit { get; init; }

    /// <summary>-mg: the card that is used alone (-sm none) or holds what is not split (-sm row), counted from 0.</summary>
    public int? MainGpu { get; init; }

    /// <summary>-b: logical batch; the physical one is no larger.</summary>
    public int? Batch { get; init; }

    /// <summary>-t: threads of the CPU; null for llama.cpp's own choice, one per physical core.</summary>
    public int? Threads { get; init; }

    /// <summary>Speculative decoding; null for none.</summary>
    public Speculation? Speculation { get; init; }

    /// <summary>Power limits of the cards: one for all, or one per card in slot order; empty for their own.</summary>
    public ValueList<Watts> PowerLimits { get; init; }

    /// <summary>Video memory that something else holds: of the first card, or one size per card.</summary>
    public ValueList<Bytes> VramInUse { get; init; }

    /// <summary>Video memory of each card that may be used at most.</summary>
    public Bytes? VramLimit { get; init; }

    /// <summary>System memory that something else holds; null for the usual reserve of a desktop.</summary>
    public Bytes? RamInUse { get; init; }

    /// <summary>Tokens already in the context at which generation is asked for besides (llama-bench's -d).</summary>
    public int? Depth { get; init; }

    /// <summary>Whether any of what decides the placement is fixed.</summary>
    public bool FixesPlacement =>
        GpuLayers is not null || CpuExpertLayers is not null || !Overrides.IsEmpty || Split is not null || !TensorSplit.IsEmpty || MainGpu is not null;

    /// <summary>The power limit of a card; null for its own.</summary>
    public Watts? PowerLimit(int card) => PowerLimits.Count == 1 ? PowerLimits[0] : card < PowerLimits.Count ? PowerLimits[card] : null;

    /// <summary>What something else holds of a card; null when it is not known.</summary>
    public Bytes? HeldOn(int card) => VramInUse.IsEmpty ? null : card < VramInUse.Count ? VramInUse[card] : Bytes.Zero;
}

/// <summary>How several cards share a model (llama.cpp's -sm).</summary>
public enum SplitMode
{
    /// <summary>One card alone.</summary>
    None,

    /// <summary>Whole layers: the cards take turns.</summary>
    Layer,

    /// <summary>Rows of every matrix; cache and the rest on the main card.</summary>
    Row,

    /// <summary>Every tensor and the cache: the cards work side by side.</summary>
    Tensor,
}

/// <summary>Tensors that go to a device (one part of -ot).</summary>
/// <param name="Pattern">Regular expression that is searched for in the tensor's name ("exps", "blk\.(1|2)\.ffn_.*_exps").</param>
/// <param name="Device">"CPU", or a card as llama.cpp names it ("CUDA0", "Vulkan1").</param>
public sealed record TensorOverride(string Pattern, string Device)
{
    /// <summary>The card, counted from 0; null for system memory.</summary>
    public int? Card
    {
        get
        {
            var digits = Device.Length;
            while (digits > 0 && char.IsAsciiDigit(Device[digits - 1])) digits--;
            return digits < Device.Length && digits > 0 ? int.Parse(Device.AsSpan(digits), System.Globalization.CultureInfo.InvariantCulture) : null;
        }
    }
}

/// <summary>Speculative decoding.</summary>
/// <param name="Kind">What drafts.</param>
/// <param name="Tokens">Tokens drafted at most in a step (--spec-draft-n-max).</param>
/// <param name="Model">Id or name of the draft model; null where the model's own layers draft.</param>
/// <param name="Quant">Id or name of its quantisation; null for the model's own.</param>
public sealed record Speculation(SpeculationKind Kind, int Tokens, string? Model = null, string? Quant = null);

/// <summary>What drafts tokens.</summary>
public enum SpeculationKind
{
    /// <summary>The model's own multi-token prediction layers.</summary>
    Mtp,

    /// <summary>A small model beside.</summary>
    Draft,
}
