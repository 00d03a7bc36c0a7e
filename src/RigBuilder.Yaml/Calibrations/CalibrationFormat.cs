using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Calibrations;

/// <summary>How a calibration is written.</summary>
internal static class CalibrationFormat
{
    private static readonly Format<double> Share = Formats.Number(0, 1);

    private static readonly Format<ImmutableDictionary<string, double>> Effects = Table(Formats.Number(-20, 20));

    private static readonly Format<SpreadCalibration> Spread = new MapFormat<SpreadCalibration>(
        "spread", "Half widths of the 90 % range, in ln units.", map => new SpreadCalibration(
            map.Required("card", Formats.Number(0, 5), "For a card that the fit has seen."),
            map.Required("architecture", Formats.Number(0, 5), "For an unseen card of a seen architecture."),
            map.Required("backend", Formats.Number(0, 5), "For an unseen architecture on a seen backend."),
            map.Required("unknown", Formats.Number(0, 5), "For an unseen backend or a card with missing figures.")));

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
        Tuning = map.Required("tuning", Tuning(), "Fine-tuning memory."),
        Errors = map.OrElse("errors", Table(Error), ImmutableDictionary<string, FitError>.Empty, "Errors of the fit on left-out cards."),
    });

    private static Format<ImmutableDictionary<string, T>> Table<T>(Format<T> value) =>
        new EntriesFormat<T>(Formats.Line, value).Select(
            entries => entries.ToImmutableDictionary(e => e.Key, e => e.Value), ImmutableDictionary<string, T>.Empty);

    private static Format<ImmutableDictionary<string, double>> EffectTable => Effects;

    private static MapFormat<EffectModel> Efficiency() => new("efficiency", "ln of the share of a peak rate that is reached.", map => new EffectModel
    {
        Intercept = map.Required("intercept", Formats.Number(-20, 20), "ln η at the reference point."),
        BandwidthSlope = map.OrElse("bandwidth_slope", Formats.Number(-20, 20), 0, "Per ln(bandwidth / 500 GB/s)."),
        ComputeSlope = map.OrElse("compute_slope", Formats.Number(-20, 20), 0, "Per ln(operations per byte / 50)."),
        Backends = map.Required("backends", EffectTable, "Effects of backends."),
        Architectures = map.OrElse("architectures", EffectTable, ImmutableDictionary<string, double>.Empty, "Effects of architectures."),
        Pairs = map.OrElse("pairs", EffectTable, ImmutableDictionary<string, double>.Empty, "Effects of backend/architecture pairs."),
        Cards = map.OrElse("cards", EffectTable, ImmutableDictionary<string, double>.Empty, "Effects of backend/card pairs."),
        Types = map.OrElse("types", EffectTable, ImmutableDictionary<string, double>.Empty, "Effects of weight types."),
        FlashAttention = map.OrElse("flash_attention", EffectTable, ImmutableDictionary<string, double>.Empty, "Effects of flash attention by backend."),
        Spread = map.Required("spread", Spread, "Half widths of the range."),
    });

    private static MapFormat<DecodeCalibration> Decode() => new("decode calibration", "Generation on GPUs.", map => new DecodeCalibration
    {
        Efficiency = map.Required("efficiency", Efficiency(), "Share of the peak bandwidth."),
        FixedPerToken = map.Required("fixed_per_token", Table(Quantities.Time), "Time per token by backend, and default."),
        FixedPerLayer = map.Required("fixed_per_layer", Table(Quantities.Time), "Time per layer by backend, and default."),
        PerExpertLayer = map.OrElse("per_expert_layer", Quantities.Time, default, "Extra time per layer with experts."),
        ExpertEffect = map.OrElse("expert_effect", Formats.Number(-5, 5), 0, "ln effect on reading routed experts."),
        CacheEfficiency = map.OrElse("cache_efficiency", Formats.Number(0.01, 100), 1, "Reading the cache relative to weights, with flash attention."),
        CacheEfficiencyWithoutFlash = map.OrElse("cache_efficiency_without_flash", Formats.Number(0.01, 100), 1, "The same without flash attention."),
        PerHop = map.OrElse("per_hop", Quantities.Time, default, "Time per token for each additional GPU."),
    });

    private static MapFormat<PromptCalibration> Prompt() => new("prompt calibration", "Prompt processing on GPUs.", map => new PromptCalibration
    {
        Efficiency = map.Required("efficiency", Efficiency(), "Share of the peak rate."),
        ExpertEffect = map.OrElse("expert_effect", Formats.Number(-5, 5), 0, "ln effect on the arithmetic of routed experts."),
        AttentionEfficiency = map.OrElse("attention_efficiency", Formats.Number(0.001, 100), 0.5, "Attention relative to weights, with flash attention."),
        AttentionEfficiencyWithoutFlash = map.OrElse("attention_efficiency_without_flash", Formats.Number(0.001, 100), 0.25, "The same without."),
        GainPerGpu = map.OrElse("gain_per_gpu", Formats.Number(0, 1), 0, "Gain per additional GPU."),
    });

    private static MapFormat<CpuCalibration> Cpu() => new("cpu calibration", "llama.cpp on CPUs.", map => new CpuCalibration
    {
        BandwidthEfficiency = map.Required("bandwidth_efficiency", Share, "Share of the peak bandwidth."),
        Types = map.OrElse("types", EffectTable, ImmutableDictionary<string, double>.Empty, "ln effects of weight types on it."),
        BytesPerCoreCycle = map.Required("bytes_per_core_cycle", Formats.Number(0.001, 1000), "Weight bytes decoded per core and cycle."),
        OperationsPerCoreCycle = map.Required("operations_per_core_cycle", Formats.Number(0.001, 10_000), "Prompt operations per core and cycle."),
        Avx512Gain = map.OrElse("avx512_gain", Formats.Number(0.5, 10), 1, "Factor with AVX-512."),
        WithoutAvx2 = map.OrElse("without_avx2", Share, 0.5, "Factor without AVX2."),
        PromptTypes = map.OrElse("prompt_types", EffectTable, ImmutableDictionary<string, double>.Empty, "ln effects of weight types on prompts."),
        FixedPerLayer = map.OrElse("fixed_per_layer", Quantities.Time, default, "Time per token and layer."),
        DecodeSpread = map.Required("decode_spread", Formats.Number(0, 5), "Half width of the range of generation."),
        PromptSpread = map.Required("prompt_spread", Formats.Number(0, 5), "Half width of the range of prompts."),
        AssumedBandwidth = map.Required("assumed_bandwidth", Quantities.Bandwidth, "System memory when none is chosen."),
        AssumedClock = map.Required("assumed_clock", Quantities.Clock, "All-core clock of an unknown CPU."),
        AssumedCores = map.Required("assumed_cores", Formats.Count(1, 1000), "Cores of an unknown CPU."),
        SustainedBoost = map.OrElse("sustained_boost", Share, 0.6, "All-core clock between base and boost."),
    });

    private static MapFormat<MemoryCalibration> Memory() => new("memory calibration", "Fixed costs and reserves.", map => new MemoryCalibration
    {
        DeviceOverhead = map.Required("device_overhead", Table(Quantities.Bytes), "Per GPU by backend, and default."),
        VramReserve = map.Required("vram_reserve", Quantities.Bytes, "VRAM that cannot be used."),
        VramReserveShare = map.OrElse("vram_reserve_share", Share, 0, "The same as a share; the larger counts."),
        RamReserve = map.Required("ram_reserve", Quantities.Bytes, "Operating system and desktop."),
        HostOverhead = map.Required("host_overhead", Quantities.Bytes, "The program itself."),
        RelativeSpread = map.OrElse("relative_spread", Share, 0.02, "Range of weights, cache and buffers."),
        OverheadSpread = map.OrElse("overhead_spread", Quantities.Bytes, default, "Range of the overhead per device."),
    });

    private static MapFormat<LoadCalibration> Load() => new("load calibration", "Loading weights.", map => new LoadCalibration
    {
        DriveEfficiency = map.Required("drive_efficiency", Share, "Share of a drive's rated read."),
        LinkEfficiency = map.Required("link_efficiency", Share, "Share of a PCIe link."),
        HostRate = map.Required("host_rate", Quantities.Bandwidth, "What one CPU thread moves."),
        Fixed = map.Required("fixed", Quantities.Time, "Start and warm-up."),
        Spread = map.Required("spread", Formats.Number(0, 5), "Half width of the range."),
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
    });
}
