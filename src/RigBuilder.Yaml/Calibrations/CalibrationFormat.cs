using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Calibrations;

/// <summary>How a calibration is written.</summary>
internal static class CalibrationFormat
{
    private static readonly Format<double> Share = Formats.Number(0, 1);

    private static readonly Format<double> Effect = Formats.Number(-20, 20);

    private static readonly Format<ImmutableDictionary<string, double>> Effects = Entries(Effect);

    private static readonly Format<SpreadCalibration> Spread = new MapFormat<SpreadCalibration>(
        "spread", "Half widths of the 90 % range, in ln units.", map => new SpreadCalibration(
            map.Required("card", Formats.Number(0, 5), "For a card that the fit has seen."),
            map.Required("architecture", Formats.Number(0, 5), "For an unseen card of a seen architecture."),
            map.Required("related", Formats.Number(0, 5), "For an architecture seen on other backends only."),
            map.Required("backend", Formats.Number(0, 5), "For an unseen architecture on a seen backend."),
            map.Required("unknown", Formats.Number(0, 5), "For an unseen backend or a card with missing figures.")));

    private static readonly Format<TransferCalibration> Transfer = new MapFormat<TransferCalibration>(
        "transfer", "How far a measured factor carries over to another run, half widths in ln units.", map => new TransferCalibration(
            map.Required("same", Formats.Number(0, 5), "To the same model on another day."),
            map.Required("kin", Formats.Number(0, 5), "To a model of the same weight type."),
            map.Required("other", Formats.Number(0, 5), "To any other model.")));

    private static readonly Format<FitError> Error = new MapFormat<FitError>(
        "fit error", "Error on left-out cards.", map => new FitError(
            map.Required("rows", Formats.Count(), "Measurements."),
            map.Required("cards", Formats.Count(), "Cards."),
            map.Required("median", Formats.Number(0, 100), "Median over the cards of the relative error."),
            map.Required("under_25_percent", Share, "Share of the measurements within 25 %."),
            map.Required("in_range", Share, "Share of the measurements inside the stated range.")));

    /// <summary>A whole calibration file.</summary>
    public static MapFormat<Calibration> Format { get; } = new("calibration", "Constants of the prediction.", map => new Calibration
    {
        Decode = map.Required("decode", Decode(), "Generation on GPUs."),
        Prompt = map.Required("prompt", Prompt(), "Prompt processing on GPUs."),
        Cpu = map.Required("cpu", Cpu(), "llama.cpp on CPUs."),
        Memory = map.Required("memory", Memory(), "Fixed memory costs and reserves."),
        Load = map.Required("load", Load(), "Loading from the drive."),
        Power = map.Required("power", PowerFormat.Format, "Power draw and supplies."),
        Launch = map.Required("launch", LaunchFormat.Format, "What settings do to speed."),
        Tuning = map.Required("tuning", Tuning(), "Fine-tuning memory."),
        PriorWidths = map.OrElse(
            "prior_widths", Entries(Formats.ListOf(Formats.Number(0, 10), least: 1)), ImmutableDictionary<string, ImmutableArray<double>>.Empty, "Widths of the fit's priors."),
        Errors = map.OrElse("errors", Entries(Error), ImmutableDictionary<string, FitError>.Empty, "Errors of the fit on left-out cards."),
    });

    /// <summary>Where hand-set figures come from.</summary>
    internal static ImmutableDictionary<string, string> Sources(YamlMap map) =>
        map.OrElse("sources", Entries(Formats.Line), ImmutableDictionary<string, string>.Empty, "Where the figures come from, by their keys.");

    private static Format<ImmutableDictionary<string, T>> Entries<T>(Format<T> value) =>
        new EntriesFormat<T>(Formats.Line, value).Select(
            entries => entries.ToImmutableDictionary(e => e.Key, e => e.Value), ImmutableDictionary<string, T>.Empty);

    private static MapFormat<EffectTable> Table(string doc) => new("effect table", doc, map => new EffectTable
    {
        Intercept = map.Required("intercept", Formats.Number(-50, 50), "ln of the quantity where every effect is zero."),
        Backends = Optional(map, "backends", "Effects of backends."),
        Architectures = Optional(map, "architectures", "Effects of architectures."),
        Pairs = Optional(map, "pairs", "Effects of backend/architecture pairs."),
        Segments = Optional(map, "segments", "Effects of market segments."),
        Types = Optional(map, "types", "Effects of weight types."),
        WithoutFlash = Optional(map, "without_flash_attention", "Effects of running without flash attention, by backend."),
        Cards = Optional(map, "cards", "Effects of backend/card pairs."),
    });

    private static ImmutableDictionary<string, double> Optional(YamlMap map, string key, string doc) =>
        map.OrElse(key, Effects, ImmutableDictionary<string, double>.Empty, doc);

    private static MapFormat<DecodeCalibration> Decode() => new("decode calibration", "Generation on GPUs.", map => new DecodeCalibration
    {
        Reading = map.Required("reading", Table("ln of the share of the peak bandwidth."), "Reading weights."),
        Arithmetic = map.Required("arithmetic", Table("ln of weights per FP32 operation."), "Decoding and multiplying weights."),
        Layer = map.Required("layer", Table("ln of seconds per layer."), "Fixed time per layer."),
        RecurrentEffect = map.OrElse("recurrent_effect", Effect, 0, "Effect of recurrent layers on the time per layer."),
        PerToken = map.Required("per_token", Quantities.Time, "Fixed time per token."),
        PerExpertLayer = map.OrElse("per_expert_layer", Quantities.Time, default, "Extra time per layer with experts."),
        ExpertEffect = map.OrElse("expert_effect", Effect, 0, "Effect on reading routed experts."),
        CacheEffect = map.OrElse("cache_effect", Effect, 0, "Effect on reading the cache, with flash attention."),
        CacheEffectWithoutFlash = map.OrElse("cache_effect_without_flash_attention", Effect, 0, "The same without flash attention."),
        PerHop = map.OrElse("per_hop", Quantities.Time, default, "Time per token for each additional GPU."),
        Transfer = map.OrElse("transfer", Transfer, TransferCalibration.Unknown, "How far a measured factor carries over."),
        Spread = map.Required("spread", Spread, "Half widths of the range."),
    });

    private static MapFormat<PromptCalibration> Prompt() => new("prompt calibration", "Prompt processing on GPUs.", map => new PromptCalibration
    {
        Efficiency = map.Required("efficiency", Table("ln of the share of the peak rate."), "Arithmetic of weights."),
        RateSlope = map.OrElse("rate_slope", Effect, 0, "Change per ln(rate / 100 TFLOP/s)."),
        ExpertEffect = map.OrElse("expert_effect", Effect, 0, "Effect of routed experts."),
        AttentionEffect = map.OrElse("attention_effect", Effect, 0, "Effect of attention, with flash attention."),
        AttentionEffectWithoutFlash = map.OrElse("attention_effect_without_flash_attention", Effect, 0, "The same without."),
        PerLayer = map.OrElse("per_layer", Quantities.Time, default, "Fixed time per layer and micro-batch."),
        GainPerGpu = map.OrElse("gain_per_gpu", Formats.Number(-1, 1), 0, "Gain per additional GPU."),
        Transfer = map.OrElse("transfer", Transfer, TransferCalibration.Unknown, "How far a measured factor carries over."),
        Spread = map.Required("spread", Spread, "Half widths of the range."),
    });

    private static MapFormat<CpuCalibration> Cpu() => new("cpu calibration", "llama.cpp on CPUs.", map => new CpuCalibration
    {
        BandwidthEfficiency = map.Required("bandwidth_efficiency", Share, "Share of the peak bandwidth."),
        ElementsPerCoreCycle = map.Required("elements_per_core_cycle", Formats.Number(0.0001, 10_000), "Weights multiplied per core and cycle in generation."),
        Types = Optional(map, "types", "Effects of weight types on it."),
        OperationsPerCoreCycle = map.Required("operations_per_core_cycle", Formats.Number(0.001, 10_000), "Prompt operations per core and cycle."),
        PromptTypes = Optional(map, "prompt_types", "Effects of weight types on it."),
        Avx512Effect = map.OrElse("avx512_effect", Effect, 0, "Effect of AVX-512 on prompts."),
        WithoutAvx2Effect = map.OrElse("without_avx2_effect", Effect, 0, "Effect of lacking AVX2."),
        PerLayer = map.OrElse("per_layer", Quantities.Time, default, "Fixed time per token and layer."),
        DecodeSpread = map.Required("decode_spread", Formats.Number(0, 5), "Half width of the range of generation."),
        PromptSpread = map.Required("prompt_spread", Formats.Number(0, 5), "Half width of the range of prompts."),
        DecodeTransfer = map.OrElse("decode_transfer", Transfer, TransferCalibration.Unknown, "How far a measured factor of generation carries over."),
        PromptTransfer = map.OrElse("prompt_transfer", Transfer, TransferCalibration.Unknown, "The same of prompts."),
        AssumedBandwidth = map.Required("assumed_bandwidth", Quantities.Bandwidth, "System memory when none is chosen."),
        AssumedClock = map.Required("assumed_clock", Quantities.Clock, "All-core clock of an unknown CPU."),
        AssumedCores = map.Required("assumed_cores", Formats.Count(1, 1000), "Cores of an unknown CPU."),
        SustainedBoost = map.OrElse("sustained_boost", Share, 0.6, "All-core clock between base and boost."),
        Sources = Sources(map),
    });

    private static MapFormat<MemoryCalibration> Memory() => new("memory calibration", "Fixed costs and reserves.", map => new MemoryCalibration
    {
        DeviceOverhead = map.Required("device_overhead", Entries(Quantities.Bytes), "Per GPU by backend, and default."),
        VramReserve = map.Required("vram_reserve", Quantities.Bytes, "VRAM that cannot be used."),
        VramReserveShare = map.OrElse("vram_reserve_share", Share, 0, "The same as a share; the larger counts."),
        RamReserve = map.Required("ram_reserve", Quantities.Bytes, "Operating system and desktop."),
        HostOverhead = map.Required("host_overhead", Quantities.Bytes, "The program itself."),
        RelativeSpread = map.OrElse("relative_spread", Share, 0.02, "Range of weights, cache and buffers."),
        OverheadSpread = map.OrElse("overhead_spread", Quantities.Bytes, default, "Range of the overhead per device."),
        Sources = Sources(map),
    });

    private static MapFormat<LoadCalibration> Load() => new("load calibration", "Loading weights.", map => new LoadCalibration
    {
        DriveEfficiency = map.Required("drive_efficiency", Share, "Share of a drive's rated read."),
        LinkEfficiency = map.Required("link_efficiency", Share, "Share of a PCIe link."),
        HostRate = map.Required("host_rate", Quantities.Bandwidth, "What one CPU thread moves."),
        Fixed = map.Required("fixed", Quantities.Time, "Start and warm-up."),
        Spread = map.Required("spread", Formats.Number(0, 5), "Half width of the range."),
        Sources = Sources(map),
    });

    private static MapFormat<TuningCalibration> Tuning() => new("tuning calibration", "Memory of fine-tuning.", map => new TuningCalibration
    {
        QloraBytesPerWeight = map.Required("qlora_bytes_per_weight", Formats.Number(0, 8), "Frozen base model."),
        AdapterShare = map.Required("adapter_share", Share, "Adapter parameters."),
        BytesPerTrainedWeight = map.Required("bytes_per_trained_weight", Formats.Number(1, 64), "Weight, gradient, optimiser."),
        ActivationBytes = map.Required("activation_bytes", Formats.Number(0, 1000), "Per token, layer and unit of width."),
        LogitBytes = map.Required("logit_bytes", Formats.Number(0, 100), "Per token and vocabulary entry."),
        FrameworkOverhead = map.Required("framework_overhead", Quantities.Bytes, "Per GPU."),
        Spread = map.Required("spread", Share, "Half width of the range."),
        Sources = Sources(map),
    });
}
